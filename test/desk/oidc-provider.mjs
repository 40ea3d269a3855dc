// A real OpenID provider in a process of its own (it is an ES module). Prints its address; `node oidc-provider.mjs <port> <redirect>`.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [port, redirect] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: 'vejviser', client_secret: 'a secret of the test', redirect_uris: [redirect] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['a key of the test'] },
  // Whoever types a name is that person: what is tried here is the desk.
  findAccount: async (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, email: `${id}@kommune.example`, email_verified: id !== 'unverified', name: `Navn ${id}` }) }),
});
provider.on('server_error', (_context, fault) => console.error(fault));
createServer(provider.callback()).listen(Number(port), '127.0.0.1', () => console.log('ready'));
