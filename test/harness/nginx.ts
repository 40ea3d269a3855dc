import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ROOT } from './place';
import type { Between } from './proxy';
import { freePort } from './free-port';

export const hasNginx = (): boolean => spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0;

/**
 * nginx with the rules of the deployment guide, word for word, but for what belongs to a machine: names, certificates and TLS,
 * ports, the place of the log. And it believes the address that a client names: here one machine stands for many people.
 */
export async function nginxFront(folder: string, targets: readonly string[]): Promise<Between & { readonly passed: readonly number[] }> {
  const place = join(folder, 'nginx');
  mkdirSync(place, { recursive: true });
  const port = await freePort();
  const places = targets.map((target) => new URL(target).host);
  const guide = readFileSync(join(ROOT, 'src/deploy/nginx.conf'), 'utf8');
  const [, servers = ''] = /(\n {4}server 127\.0\.0\.1:\d+ max_fails=0;)+/.exec(guide) ?? [];
  if (servers === '') throw new Error('The guide names no nodes.');
  const rules = guide
    .replaceAll(/\n {4}server 127\.0\.0\.1:\d+ max_fails=0;/g, '\n    #node')
    .replace('#node', places.map((each) => `server ${each} max_fails=0;`).join('\n    '))
    .replaceAll('#node', '')
    .replace(/server \{\n {4}listen 80;[^}]*\}\n/, '')
    .replaceAll(/\n {4}(?:ssl_\w+|add_header|listen \[::\]:443|server_name) [^\n]*/g, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`)
    .replace(/access_log \S+ vejviser;/, `access_log ${join(place, 'access.log')} vejviser;`)
    .replace('proxy_set_header X-Forwarded-For $remote_addr;', 'proxy_set_header X-Forwarded-For $http_x_forwarded_for;');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${join(place, kind)};`).join('\n');
  const config = join(place, 'nginx.conf');
  writeFileSync(config, `daemon off;\nmaster_process off;\npid ${join(place, 'pid')};\nerror_log ${join(place, 'error.log')} warn;\nevents { worker_connections 1024; }\nhttp {\n${temporary}\n${rules}\n}\n`);
  const child = spawn('nginx', ['-c', config, '-p', place], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const gone = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL'));
  while (!(await takesConnections(port))) if (child.exitCode !== null) throw new Error(`nginx ended: ${errors}`);
  return {
    url: `http://127.0.0.1:${port}`,
    get passed() {
      const log = existsSync(join(place, 'access.log')) ? readFileSync(join(place, 'access.log'), 'utf8') : '';
      return places.map((each) => log.split(each).length - 1);
    },
    close: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (took: boolean): void => {
      socket.destroy();
      setTimeout(() => resolve(took), took ? 0 : 20);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
