import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { inTemporaryFolder } from '../harness/place';
import { freshSeed, seededRandom } from '../harness/random';
import { AGENTS, contenders, type Contender } from './contenders';
import { coldStart, growth, load, memory, QUICK, WHOLE, type Measure } from './figures';
import { median } from './load';
import { needsOf } from './needs';

const PARTS = ['load', 'memory', 'cold-start', 'growth'] as const;

/**
 * `npm run bench -- [--quick] [--peers] [--only load] [--rounds 3] [--seed n] [--contender ours] [--profile folder] [--store postgres]`: every contender in
 * every round, in shuffled order, by the same clients; medians. One JSON line a contender, and one of all at the end.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, peers: { type: 'boolean' }, only: { type: 'string' }, rounds: { type: 'string' }, seed: { type: 'string' }, contender: { type: 'string' }, profile: { type: 'string' }, store: { type: 'string' } } });
  if (values.store !== undefined && values.store !== 'postgres') throw new Error(`There is no store "${values.store}" to be measured beside the one in a folder: postgres.`);
  if (values.profile !== undefined) process.env.BENCH_PROFILE = values.profile;
  if (!existsSync(AGENTS)) process.stderr.write('@microsoft/agents-hosting is not installed: npm run bench -- --peers\n');
  const measure = values.quick ? QUICK : WHOLE;
  const seed = Number(values.seed ?? freshSeed());
  const parts = PARTS.filter((part) => values.only === undefined || values.only.split(',').includes(part));
  const all = contenders(values.store === 'postgres').filter(({ name }) => values.contender === undefined || values.contender.split(',').includes(name));
  const rounds: Map<string, Record<string, number>[]> = new Map(all.map(({ name }) => [name, []]));
  const random = seededRandom(seed);
  const loadBefore = loadavg()[0] ?? 0;
  for (let round = 0; round < Number(values.rounds ?? (values.quick ? 1 : 3)); round++) {
    for (const contender of shuffled(all, random)) rounds.get(contender.name)?.push(await measureOne(contender, parts, measure, round === 0));
  }
  const figures = Object.fromEntries([...rounds].map(([name, each]) => [name, medians(each)]));
  for (const [name, each] of Object.entries(figures)) process.stdout.write(`${JSON.stringify({ contender: name, ...each })}\n`);
  process.stdout.write(`${JSON.stringify({ seed, quick: values.quick === true, cpus: cpus().length, node: process.version, loadBefore, loadAfter: loadavg()[0], ...floors(figures) })}\n`);
}

async function measureOne(contender: Contender, parts: readonly string[], measure: Measure, first: boolean): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  const take = async (part: string, run: (folder: string) => Promise<Readonly<Record<string, number>>>): Promise<void> => {
    if (!parts.includes(part)) return;
    process.stderr.write(`${contender.name}: ${part}\n`);
    Object.assign(figures, await inTemporaryFolder(run));
  };
  await take('load', (folder) => load(contender, folder, measure));
  await take('cold-start', (folder) => coldStart(contender, folder, measure));
  // These two say the same in every round, and take minutes.
  if (first) await take('memory', (folder) => memory(contender, folder, measure));
  if (first && contender.name === 'ours') await take('growth', (folder) => growth(contender, folder, measure));
  return figures;
}

function medians(rounds: readonly Record<string, number>[]): Record<string, number> {
  const names = new Set(rounds.flatMap((each) => Object.keys(each)));
  return Object.fromEntries([...names].map((name) => [name, rounded(median(rounds.flatMap((each) => each[name] ?? [])))]));
}

/** What is promised: durable turns a second beside the waterfall's, which keeps nothing; and the rest of ours. */
function floors(figures: Readonly<Record<string, Record<string, number>>>): object {
  const ours = figures.ours ?? {};
  const like = figures['ours-with-waterfall']?.turnsPerSecond;
  const waterfall = figures['botbuilder-waterfall']?.turnsPerSecond;
  const ratio = (of: number | undefined): number | null => (of === undefined || waterfall === undefined ? null : rounded(of / waterfall));
  const few = Object.entries(ours).filter(([name]) => name.startsWith('p50MsWith')).map(([, value]) => value);
  return {
    oursToWaterfall: ratio(ours.turnsPerSecond),
    oursWithWaterfallToWaterfall: ratio(like),
    p99MsAt200: ours.p99MsAt200 ?? null,
    kbPerConversation: ours.kbPerConversation ?? null,
    coldStartMs: ours.coldStartMs ?? null,
    postgresToEmbedded: share(figures['ours-postgres']?.turnsPerSecond, ours.turnsPerSecond),
    twoNodesToOne: share(figures['ours-postgres-2-nodes']?.turnsPerSecond, figures['ours-postgres']?.turnsPerSecond),
    // Where the cores are too few for two nodes, a database and its clients: what a turn costs with one and with two.
    cpuPerTurnTwoNodesToOne: share(figures['ours-postgres-2-nodes']?.cpuMsPerTurn, figures['ours-postgres']?.cpuMsPerTurn),
    ...needs(figures['ours-postgres']),
    growth: few.length === 2 ? rounded((few[1] ?? 0) / (few[0] ?? 1)) : null,
  };
}

/** What follows for a municipality and for a group of them; nothing where not all was measured. */
function needs(onPostgres: Readonly<Record<string, number>> | undefined): object {
  const { turnsPerSecond, kbPerConversation, databaseCpuMsPerTurn, databaseKbPerTurn } = onPostgres ?? {};
  if (turnsPerSecond === undefined || kbPerConversation === undefined || databaseCpuMsPerTurn === undefined || databaseKbPerTurn === undefined) return {};
  const of = (people: number): object => Object.fromEntries(Object.entries(needsOf(people, { turnsPerSecond, kbPerConversation, databaseCpuMsPerTurn, databaseKbPerTurn })).map(([name, value]) => [name, rounded(Number(value))]));
  return { needsOf23000: of(23_000), needsOfMillion: of(1_000_000) };
}

const share = (of: number | undefined, beside: number | undefined): number | null => (of === undefined || beside === undefined ? null : rounded(of / beside));

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  process.exit(1);
});
