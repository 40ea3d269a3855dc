import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashNodes } from './crash-nodes';
import { freshSeed } from './random';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-nodes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Eight, for the time that npm test has; `npm run crash -- --store postgres --nodes 2 --kills 20` kills as often as one likes.
test('two nodes and their database are killed under load: nothing lost, nothing twice, nothing out of order', async () => {
  const seed = freshSeed();
  const result = await crashNodes({ folder, kills: 8, seed, clients: 6, nodes: 2, ofDatabase: 0.2 });
  expect(result).toMatchObject({ lost: 0, twice: 0, resurrected: 0, outOfOrder: 0, unanswered: 0, answeredTwice: 0, heardWrong: 0, notErased: 0, casesWrong: 0, notStarted: [] });
  expect(result.acknowledged).toBeGreaterThan(20);
  expect(result.requests.every((count) => count > 0)).toBe(true);
}, 240_000);
