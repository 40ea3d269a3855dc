import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { parse } from 'yaml';
import { z } from 'zod';
import { Citizen } from './conversations/citizen';
import { startServer, type TestServer } from './conversations/server';
import { DeskClient, PASSWORD } from './desk/desk-client';
import { startCluster, type Cluster } from './postgres/cluster';

const DEPLOY = resolve(__dirname, '../src/deploy');

let cluster: Cluster;
let store: string;
let nodes: TestServer[] = [];
beforeAll(async () => {
  cluster = await startCluster();
}, 60_000);
afterAll(() => cluster?.stop());
beforeEach(async () => {
  store = await cluster.schema();
  const environment = { STORE: store, STORE_CONNECTIONS: '8', SECRET_KEY: 'ab'.repeat(32), SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: 'vejviser@example.dk', SMTP_TO: 'raadgiver@example.dk', WEBHOOK_URL: 'http://127.0.0.1:9/hook', WEBHOOK_SECRET: 'a-secret-of-the-test-long-enough-for-it' };
  nodes = await Promise.all([0, 1].map(() => startServer('2026-11-25T09:00', environment)));
});
afterEach(() => Promise.all(nodes.map((node) => node.stop())));

const [a, b] = [(): TestServer => nodes[0]!, (): TestServer => nodes[1]!];
const sql = async (text: string): Promise<void> => {
  const client = new Client({ connectionString: store });
  await client.connect();
  await client.query(text).finally(() => client.end());
};
const CALLBACK = ['Ring mig op', 'Min sag er gået i stå', 'Fatma', '20 21 89 88', 'torsdag', 'Ja'];
async function handOver(url: string): Promise<Citizen> {
  const citizen = await Citizen.arrive(url);
  for (const text of CALLBACK) await citizen.say(text);
  return citizen;
}

test('the link for the first account works on either node, whichever printed it, and once', async () => {
  const [ofA, ofB] = nodes.map(({ firstAccountUrl }) => firstAccountUrl ?? '');
  const anne = await DeskClient.first(b().url, ofA ?? '');
  expect((await anne.get('/adviser')).status).toBe(200);
  for (const [node, link] of [[a(), ofA], [b(), ofA], [a(), ofB]] as const) expect((await new DeskClient(node.url).get(new URL(link ?? '').pathname)).status).toBe(404);
});

test('who is logged in at one node is at the other, who logs out is out at both, and wrong passwords count together', async () => {
  const anne = await DeskClient.first(a().url, a().firstAccountUrl ?? '');
  const there = new DeskClient(b().url);
  there.cookie = anne.cookie;
  expect((await there.get('/adviser')).status).toBe(200);
  expect((await there.post('/adviser/logout', { csrf: await anne.csrf() })).status).toBe(303);
  expect((await anne.get('/adviser')).status).toBe(303);
  for (const node of [a(), b(), a(), b(), a()]) await DeskClient.login(node.url, 'anne', 'forkert');
  expect((await DeskClient.login(b().url, 'anne', PASSWORD)).cookie).toBeNull();
});

test('an open list at one node hears of a case that comes to the other, and when its node may have missed one', async () => {
  const anne = await DeskClient.first(b().url, b().firstAccountUrl ?? '');
  const leaving = new AbortController();
  const stream = await fetch(`${b().url}/adviser/events`, { headers: { cookie: anne.cookie ?? '', accept: 'text/event-stream' }, signal: leaving.signal });
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  const hears = async (): Promise<void> => {
    for (let text = ''; !text.includes('event: case'); text += (await reader.read()).value ?? '');
  };
  const citizen = await handOver(a().url);
  const reference = (await citizen.say('Send')).receipt?.reference ?? '';
  citizen.leave();
  await hears();
  expect((await anne.get('/adviser')).text).toContain(reference);
  await cluster.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vejviser-node'");
  await hears();
  leaving.abort();
});

const Rules = z.object({ groups: z.array(z.object({ interval: z.string().regex(/^\d+s$/).transform((text) => Number.parseInt(text, 10)), rules: z.array(z.object({ alert: z.string(), expr: z.string(), for: z.string().optional() })) })) });
const metricsOf = async (node: TestServer): Promise<string> => (await fetch(`${node.url}/metrics`)).text();

test('a case that could not be kept: the citizen is told so, and the operator is woken within a minute', async () => {
  const citizen = await handOver(a().url);
  // Everything else is kept as ever.
  await sql("create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$; create trigger refuse before insert on handoff_case for each row execute function refuse()");
  const answer = await citizen.say('Send');
  expect(answer.phrases).toContain('handoff.not-sent');
  expect(answer.receipt).toBeUndefined();
  // The next look of whoever watches sees it,
  expect(await metricsOf(a())).toMatch(/^vejviser_handoffs_total\{outcome="failed"\} 1$/m);
  expect(await metricsOf(b())).toMatch(/^vejviser_handoffs_total\{outcome="failed"\} 0$/m);
  // and the rule fires at its next turn: it waits for nothing.
  const [group] = Rules.parse(parse(readFileSync(join(DEPLOY, 'alerts.yaml'), 'utf8'))).groups;
  const rule = group?.rules.find(({ alert }) => alert === 'HandOffFailed');
  expect(rule).toEqual({ alert: 'HandOffFailed', expr: 'increase(vejviser_handoffs_total{outcome="failed"}[1m]) > 0' });
  const scrapeSeconds = Number(/scrape_interval: (\d+)s/.exec(readFileSync(join(DEPLOY, 'README.md'), 'utf8'))?.[1]);
  expect(scrapeSeconds + (group?.interval ?? Number.NaN)).toBeLessThanOrEqual(60);
  await sql('drop trigger refuse on handoff_case');
  expect((await citizen.say('Send')).receipt).toBeDefined();
  citizen.leave();
});

test('every number that an alert or the guide names is there and says what it is; the guide names every one', async () => {
  const text = await metricsOf(a());
  const there = [...text.matchAll(/^# HELP (\S+) \S.{9,}$/gm)].map(([, name]) => name ?? '');
  const guide = readFileSync(join(DEPLOY, 'README.md'), 'utf8');
  const named = (source: string): string[] => [...new Set([...source.matchAll(/\b(?:vejviser|process)_[a-z_]+/g)].map(([name]) => name.replace(/_(?:bucket|sum|count)$/, '')))];
  expect(there.length).toBeGreaterThan(15);
  expect(named(readFileSync(join(DEPLOY, 'alerts.yaml'), 'utf8')).filter((name) => !there.includes(name))).toEqual([]);
  expect(named(guide).filter((name) => !there.includes(name))).toEqual([]);
  expect(there.filter((name) => !named(guide).includes(name))).toEqual([]);
});
