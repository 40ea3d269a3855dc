import { writeFileSync } from 'node:fs';
import { BotInProcess } from './bot-in-process';
import { walk } from './walk';

/** More of them with `npm run walks -- --n 10000`. */
const WALKS = Number(process.env.WALKS ?? 200);
const SEED = Number(process.env.SEED ?? 1);
const FAULTS_AT_MOST = 20;

jest.setTimeout(60_000 + WALKS * 100);

test(`${WALKS} random walks from seed ${SEED}: no lost answer, no dead end, no exception, nothing unfounded in a draft, a person always within reach`, async () => {
  const bot = new BotInProcess();
  const found = { walks: 0, seed: SEED, turns: 0, drafts: 0, handedOver: 0, faults: [] as string[], seconds: 0 };
  const begun = performance.now();
  for (let seed = SEED; seed < SEED + WALKS && found.faults.length < FAULTS_AT_MOST; seed++) {
    const { turns, faults, handedOver, drafts } = await walk(bot, seed);
    found.walks += 1;
    found.turns += turns;
    found.drafts += drafts;
    found.handedOver += handedOver;
    found.faults.push(...faults);
  }
  found.seconds = Math.round((performance.now() - begun) / 1000);
  if (process.env.WALKS_REPORT) writeFileSync(process.env.WALKS_REPORT, `${JSON.stringify(found)}\n`);
  expect(found.faults).toEqual([]);
  // Walks that never get anywhere would find nothing.
  expect(found.drafts).toBeGreaterThan(WALKS / 20);
  expect(found.handedOver).toBeGreaterThan(WALKS / 100);
});
