import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AdviserError } from '../domain/adviser-error';
import { signOperatorToken } from '../server/operator-token';
import { readSettings } from '../settings';
import { loadSecretKey } from '../storage/secret-key';

const ServerAddress = z.object({ url: z.url() });

/**
 * `npm run -s cases -- [REFERENCE]`: the cases handed to the adviser, newest first, one JSON object a line; or one whole.
 * It asks the running server, since only one process may hold the data folder. Who can read the key may read the cases.
 */
async function main([reference]: readonly string[]): Promise<void> {
  const settings = readSettings(process.env);
  const { key } = loadSecretKey({ secretKey: settings.secretKey, secretKeyFile: settings.secretKeyFile, dataDir: settings.dataDir });
  const url = addressOf(settings.dataDir);
  const path = reference === undefined ? '/api/cases' : `/api/cases/${encodeURIComponent(reference)}`;
  const response = await ask(`${url}${path}`, signOperatorToken(key, Date.now()));
  const body: unknown = await response.json();
  if (!response.ok) throw new AdviserError('not-found', `The server answered ${response.status}.`, z.object({ error: z.object({ message: z.string() }) }).safeParse(body).data?.error.message ?? '');
  if (reference === undefined) for (const each of z.object({ cases: z.array(z.unknown()) }).parse(body).cases) console.log(JSON.stringify(each));
  else console.log(JSON.stringify(body, null, 2));
}

function addressOf(dataDir: string): string {
  try {
    return ServerAddress.parse(JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8'))).url;
  } catch (cause) {
    throw new AdviserError('server-unreachable', `No server is running on ${dataDir}.`, 'Start it with npm start, with the same DATA_DIR.', { cause });
  }
}

async function ask(url: string, token: string): Promise<Response> {
  try {
    return await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  } catch (cause) {
    throw new AdviserError('server-unreachable', `The server at ${new URL(url).origin} does not answer.`, 'Start it with npm start.', { cause });
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 2;
});
