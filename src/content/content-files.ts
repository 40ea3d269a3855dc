import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AdviserError } from '../domain/adviser-error';
import { LANGUAGES } from '../domain/language';

/** The scope of what is true in the whole country; a municipality's own phrases come before its. */
export const COUNTRY = 'denmark';

/** Where content stands, and for whom. */
export interface ContentPlace {
  /** The content folder. */
  readonly folder: string;
  /** The folder of the municipality in it. */
  readonly municipality: string;
}

/** The bytes of all content files at one moment. */
export interface ContentFiles extends ContentPlace {
  /** By path below the content folder, slashes between, in order. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Changes when any byte or name does. */
  readonly version: string;
}

/** Reads the files. Throws `content-invalid` when there is no such folder. */
export function readContentFiles(place: ContentPlace): ContentFiles {
  checkPlace(place);
  const bytes = new Map(contentPaths(place).map((path) => [path, readFileSync(join(place.folder, path))]));
  const hash = createHash('sha256');
  for (const [path, content] of bytes) hash.update(`${path} ${content.length}\n`).update(content);
  return { ...place, bytes, version: hash.digest('hex').slice(0, 16) };
}

/** Changes whenever a file is written, added, renamed or removed; cheaper than reading. */
export function fingerprint(place: ContentPlace): string {
  const looks = contentPaths(place).map((path) => {
    const { mtimeMs, size, ino } = statSync(join(place.folder, path));
    return `${path} ${mtimeMs} ${size} ${ino}`;
  });
  return looks.join('\n');
}

/** The folders that hold content files, those that exist. */
export function contentFolders({ folder, municipality }: ContentPlace): string[] {
  const scopes = [COUNTRY, municipality].flatMap((scope) => [scope, ...[...LANGUAGES, 'tongues'].map((folder) => `${scope}/${folder}`)]);
  return [...scopes, `${COUNTRY}/letters`].filter((path) => existsSync(join(folder, path)));
}

/** Files of YAML, also those with the ending we do not read, so that nobody wonders why one is passed over. */
function contentPaths(place: ContentPlace): string[] {
  return contentFolders(place)
    .flatMap((path) => readdirSync(join(place.folder, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : `${path}/${entry.name}`)))
    .filter((path) => /\/[^./][^/]*\.ya?ml$/.test(path))
    .sort();
}

function checkPlace({ folder, municipality }: ContentPlace): void {
  const folders = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  if (folders.length === 0) throw new AdviserError('content-invalid', `${folder}:1: There is no content folder.`, 'Set CONTENT_DIR to the folder that holds the content.');
  const municipalities = folders.map(({ name }) => name).filter((name) => name !== COUNTRY);
  if (municipalities.includes(municipality)) return;
  throw new AdviserError('content-invalid', `${join(folder, municipality)}:1: There is no such municipality.`, `Set MUNICIPALITY to one of: ${municipalities.join(', ')}.`);
}
