import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The fixture: a whole municipality of another name, with a small country around it. */
export const SECOND_MUNICIPALITY = join(__dirname, 'second-municipality');

/** A copy of the fixture that a test may spoil. */
export interface TemporaryContent {
  readonly folder: string;
  readonly municipality: string;
  write(path: string, content: string | Uint8Array): void;
  /** Rewrites a file; the change must change something. */
  edit(path: string, change: (text: string) => string): void;
  remove(path: string): void;
}

const made: string[] = [];

export function temporaryContent(): TemporaryContent {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-content-'));
  made.push(folder);
  cpSync(SECOND_MUNICIPALITY, folder, { recursive: true });
  const write = (path: string, content: string | Uint8Array) => writeFileSync(join(folder, path), content);
  return {
    folder,
    municipality: 'nordby',
    write,
    edit: (path, change) => {
      const before = readFileSync(join(folder, path), 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`The change leaves ${path} as it was.`);
      write(path, after);
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
  };
}

/** Removes all copies; call it after each test. */
export function removeTemporaryContent(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
