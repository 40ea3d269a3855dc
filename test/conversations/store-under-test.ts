import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { secretBox, type SecretBox } from '../../src/storage/secret-box';
import { deriveKey, loadSecretKey } from '../../src/storage/secret-key';
import { startCluster, type Cluster } from '../postgres/cluster';

/** `TEST_STORE=postgres` runs any suite on PostgreSQL. */
let onPostgres = process.env.TEST_STORE === 'postgres';
let cluster: Promise<Cluster> | null = null;

/** Servers that this file's tests start from now on keep all in PostgreSQL. */
export function keepInPostgres(): void {
  onPostgres = true;
}

/** The settings of a server whose store is empty. */
export async function emptyStore(): Promise<Record<string, string>> {
  if (!onPostgres) return {};
  cluster ??= startCluster();
  return { STORE: await (await cluster).schema(), STORE_CONNECTIONS: '8' };
}

/** How a command finds a server's store. */
type Environment = Readonly<Record<string, string>>;

/** All that a store says to whoever has the key: everything sealed opened, the rest as it is. */
export async function allKept({ DATA_DIR = '', STORE }: Environment): Promise<string> {
  const { key } = loadSecretKey({ secretKey: null, secretKeyFile: null, dataDir: DATA_DIR });
  const box = secretBox(deriveKey(key, 'storage'));
  const files = readdirSync(DATA_DIR, { recursive: true, encoding: 'utf8' }).map((name) => join(DATA_DIR, name)).filter((path) => statSync(path).isFile());
  const opened = (line: string): string => {
    try {
      // In the journal the sealed line stands between the conversation's id, twice.
      return box.open(/^(?<id>[\w-]+) (?<sealed>\S+) \k<id>$/.exec(line)?.groups?.sealed ?? line);
    } catch {
      return line;
    }
  };
  const inFiles = files.flatMap((path) => [path, ...readFileSync(path, 'utf8').split('\n').map(opened)]);
  return [...inFiles, ...(STORE === undefined ? [] : await inTables(STORE, box))].join('\n');
}

/** Every value of every row of every table. */
async function inTables(store: string, box: SecretBox): Promise<string[]> {
  const opened = (value: unknown): string => {
    if (!Buffer.isBuffer(value)) return String(value);
    try {
      return Buffer.from(box.openBytes(value)).toString('utf8');
    } catch {
      return value.toString('latin1');
    }
  };
  return asked(store, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>("select table_name as name from information_schema.tables where table_schema = current_schema()");
    const texts: string[] = [];
    for (const { name } of tables) for (const row of (await client.query<Record<string, unknown>>(`select * from ${name}`)).rows) texts.push(...Object.values(row).map(opened));
    return texts;
  });
}

/** Changes one byte of a server's audit log where it lies. */
export async function spoilAudit({ DATA_DIR = '', STORE }: Environment): Promise<void> {
  if (STORE !== undefined) {
    await asked(STORE, (client) => client.query('alter table audit disable trigger user; update audit set body = set_byte(body, 40, get_byte(body, 40) # 1) where seq = 1'));
    return;
  }
  const path = join(DATA_DIR, 'audit.db');
  const bytes = readFileSync(path);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

async function asked<Result>(store: string, ask: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: store });
  await client.connect();
  return ask(client).finally(() => client.end());
}

export async function stopStores(): Promise<void> {
  await (await cluster)?.stop();
  cluster = null;
}
