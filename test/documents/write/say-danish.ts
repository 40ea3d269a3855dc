import { join } from 'node:path';
import { loadContent } from '../../../src/content/load-content';
import type { SayDanish } from '../../../src/documents/write/paper-words';

const content = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });

/** The content that we ship, in Danish. */
export const say: SayDanish = (phrase, values = {}) => content.say(phrase, 'da', values).bubbles.join('\n\n');
