import { join } from 'node:path';
import { crash } from './crash-run';
import { inTemporaryFolder } from './place';
import { freshSeed } from './random';

/** The server is started twenty times and more. */
const MINUTES = 60_000;

test('20 kills under load: nothing lost, nothing twice, nothing out of order, every message answered once', async () => {
  const seed = freshSeed();
  const result = await inTemporaryFolder((folder) => crash({ folder, dataDir: join(folder, 'data'), kills: 20, seed, clients: 10, withinMs: 500 }));
  expect(result).toMatchObject({ lost: 0, twice: 0, resurrected: 0, outOfOrder: 0, unanswered: 0, answeredTwice: 0, heardWrong: 0, notErased: 0, casesWrong: 0, notStarted: [] });
  expect(result.acknowledged).toBeGreaterThan(50);
  expect(result.pointsPassed).toBeGreaterThanOrEqual(30);
}, 4 * MINUTES);
