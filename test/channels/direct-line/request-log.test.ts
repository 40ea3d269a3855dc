import { EchoServer } from '../../conform/echo-server';

test('a turn is logged under the id of the request that it came with, which the client is told', async () => {
  const turns: (string | undefined)[] = [];
  let logged: () => void = () => undefined;
  const log = {
    info: (code: string, fields: Readonly<Record<string, string | number>> = {}) => {
      if (code !== 'turn') return;
      turns.push(fields.request === undefined ? undefined : String(fields.request));
      logged();
    },
    warn: () => undefined,
    error: () => undefined,
  };
  const nextTurn = (): Promise<void> => new Promise((resolve) => (logged = resolve));
  const server = await EchoServer.start({ log });
  try {
    const post = (path: string, token: string, body: object = {}): Promise<Response> =>
      fetch(`${server.url}/v3/directline/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) }, body: JSON.stringify(body) });
    const { token } = (await (await post('tokens/generate', '')).json()) as { token: string };
    const greeted = nextTurn();
    const begun = await post('conversations', token);
    await greeted;
    const { conversationId } = (await begun.json()) as { conversationId: string };
    const answered = nextTurn();
    const said = await post(`conversations/${conversationId}/activities`, token, { type: 'message', from: { id: 'me' }, text: 'hej' });
    await answered;
    const told = [begun, said].map(({ headers }) => headers.get('x-request-id'));
    expect(turns).toEqual(told);
    expect(new Set(told).size).toBe(2);
  } finally {
    await server.remove();
  }
});
