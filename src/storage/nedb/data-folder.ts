import { randomUUID } from 'node:crypto';
import { mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, unlinkSync, writeSync, fsyncSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';

const Holder = z.object({ pid: z.int().positive(), boot: z.string(), started: z.string() });
type Holder = z.infer<typeof Holder>;

/** The data folder, held by this process alone. */
export interface DataFolder {
  readonly path: string;
  release(): void;
}

/**
 * Takes the data folder for this process. NeDB has no lock of its own: a second process that merely loads the same
 * files erases what the first is writing (quality finding 1).
 *
 * @throws AdviserError `store-locked` while another process holds it, `store-failed` when it cannot be written to
 */
export function holdDataFolder(path: string): DataFolder {
  const folder = resolve(path);
  const lock = join(folder, 'lock.json');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AdviserError('store-failed', `The data folder ${folder} cannot be made.`, 'Set DATA_DIR to a folder that can be written to.', { cause });
  }
  const before = readHolder(lock);
  const me: Holder = { pid: process.pid, boot: bootId(), started: processStart(process.pid) ?? randomUUID() };
  if (before !== null && isAlive(before)) throw locked(folder, before);
  if (existsSync(lock)) takeAway(lock, folder);
  writeLock(lock, folder, me);
  return {
    path: folder,
    release: () => rmSync(lock, { force: true }),
  };
}

/** A stale lock is renamed before it is removed: of two processes that find it, one takes it and the other fails. */
function takeAway(lock: string, folder: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    throw locked(folder, readHolder(lock));
  }
  unlinkSync(aside);
}

function writeLock(lock: string, folder: string, me: Holder): void {
  try {
    const handle = openSync(lock, 'wx', 0o600);
    writeSync(handle, JSON.stringify(me));
    fsyncSync(handle);
    closeSync(handle);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw locked(folder, readHolder(lock));
    throw new AdviserError('store-failed', `The data folder ${folder} cannot be written to.`, 'Set DATA_DIR to one that can, or make room on the disk.', { cause });
  }
}

function readHolder(lock: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    // No lock, or one torn by a power cut: nobody holds it.
    return null;
  }
}

/** The same pid after a restart of the machine, or given anew to another program, is another process. */
function isAlive({ pid, boot, started }: Holder): boolean {
  if (boot !== bootId()) return false;
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = processStart(pid);
  return now === null || now === started;
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'unknown';
  }
}

/** When a process began, in ticks since the machine's start; null where the system does not tell. */
function processStart(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

const locked = (folder: string, holder: Holder | null): AdviserError =>
  new AdviserError('store-locked', `Process ${holder?.pid ?? 'unknown'} holds the data folder ${folder}.`, 'Stop it first, or set DATA_DIR to another folder.');
