import { join } from 'node:path';
import { crash, passed } from '../crash-run';
import type { Row } from '../row';

export const crashPoints: Row = {
  id: 'C1',
  what: 'kill -9 at named points',
  run: async ({ seed, folder, light }) => {
    const result = await crash({ folder, dataDir: join(folder, 'data'), kills: light ? 4 : 40, seed, clients: 12, only: 'points' });
    return { pass: passed(result), figures: { ...result } };
  },
};
