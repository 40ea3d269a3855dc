import { join } from 'node:path';
import { writtenLetters } from '../../../src/cli/letters/written-letters';

/** What we wrote ourselves, by rounds. */
export const WRITTEN = writtenLetters(join(__dirname, '../../fixtures/letters/written.yaml'));
