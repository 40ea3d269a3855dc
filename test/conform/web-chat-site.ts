import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../web-chat');
const SCRIPT = join(FOLDER, 'node_modules/botframework-webchat/dist/webchat.js');

/** Microsoft's chat window as it comes from the registry; installed once, from its own lock file. */
function webChat(): Buffer {
  if (!existsSync(SCRIPT)) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'ignore' });
  return readFileSync(SCRIPT);
}

const PAGE = `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Kommunen</title><link rel="icon" href="data:,"></head>
<body style="margin:0"><div id="chat" style="height:100vh"></div><script src="/webchat.js"></script><script>
  window.talk = (options) => {
    window.store = WebChat.createStore();
    WebChat.renderWebChat({ directLine: WebChat.createDirectLine(options), store: window.store, locale: 'da-DK' }, document.getElementById('chat'));
  };
  window.say = (text) => window.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } });
</script></body></html>`;

const listening = (server: Server): Promise<number> => new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));

/** A website of another origin that shows Web Chat. */
export async function startWebChatSite(): Promise<{ readonly origin: string; stop(): void }> {
  const script = webChat();
  const server = createServer((request, response) => {
    const isScript = request.url === '/webchat.js';
    // Two calls: restify, once loaded, has every server's `writeHead` give nothing back.
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isScript ? script : PAGE);
  });
  const port = await listening(server);
  return { origin: `http://127.0.0.1:${port}`, stop: () => (server.close(), server.closeAllConnections()) };
}

/** The network between a browser and a server: can lose every open stream, as a tunnel does on a train. */
export class Network {
  private readonly streams = new Set<Socket>();
  private readonly sockets = new Set<Socket>();
  /** While true, what is asked reaches the server, and its answers are lost. */
  losesAnswers = false;
  private target = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Network> {
    let network: Network | null = null;
    const server = createTcpServer((near) => network?.join(near));
    network = new Network(server, `http://127.0.0.1:${await listening(server)}`);
    return network;
  }

  leadTo(url: string): void {
    this.target = Number(new URL(url).port);
  }

  get openStreams(): number {
    return this.streams.size;
  }

  dropStreams(): void {
    for (const socket of this.streams) socket.destroy();
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private join(near: Socket): void {
    const far = connect(this.target, '127.0.0.1');
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        far.destroy();
        this.sockets.delete(socket);
        this.streams.delete(socket);
      });
    }
    near.on('data', (chunk: Buffer) => {
      if (chunk.subarray(0, 200).toString('latin1').includes('/stream?t=')) this.streams.add(near);
    });
    near.pipe(far);
    far.on('data', (chunk: Buffer) => (this.losesAnswers ? near.destroy() : near.write(chunk)));
    far.on('end', () => near.end());
  }
}
