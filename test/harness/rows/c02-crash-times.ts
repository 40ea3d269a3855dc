import { join } from 'node:path';
import { crash, passed } from '../crash-run';
import type { Row } from '../row';

/** 120 clients that wait 0.6 s each: 200 turns a second, where the machine gives them. */
export const crashTimes: Row = {
  id: 'C2',
  what: 'kill -9 at random times under 200 turns/s',
  run: async ({ seed, folder, light }) => {
    const result = await crash({ folder, dataDir: join(folder, 'data'), kills: light ? 3 : 20, seed, clients: light ? 20 : 120, pauseMs: 600, only: 'times' });
    return { pass: passed(result), figures: { ...result } };
  },
};
