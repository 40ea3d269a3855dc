import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Event = z.discriminatedUnion('op', [
  z.object({ op: z.literal('made'), path: z.string() }),
  z.object({ op: z.literal('synced'), path: z.string(), size: z.number() }),
  z.object({ op: z.literal('renamed'), from: z.string(), to: z.string(), kept: z.string().nullable() }),
  z.object({ op: z.literal('removed'), path: z.string(), kept: z.string().nullable() }),
  z.object({ op: z.literal('folder-synced'), path: z.string() }),
]);
type Event = z.infer<typeof Event>;

/**
 * Does to a killed server's files what a power cut may do: bytes that no fsync followed are lost, in part, or are
 * something else; files made, renamed or removed are as they were, unless their folder was synced since.
 */
export function cutPower(eventsFile: string, random: () => number): { lostBytes: number; undone: number } {
  const events = existsSync(eventsFile) ? readFileSync(eventsFile, 'utf8').split('\n').filter(Boolean).map((line) => Event.parse(JSON.parse(line))) : [];
  const synced = new Map<string, number>();
  let unsettled: Exclude<Event, { op: 'synced' | 'folder-synced' }>[] = [];
  const touched = new Set<string>();
  for (const each of events) {
    if (each.op === 'synced') synced.set(each.path, each.size);
    if (each.op === 'made') synced.set(each.path, 0);
    if (each.op === 'renamed') synced.set(each.to, synced.get(each.from) ?? 0);
    if (each.op === 'folder-synced') unsettled = unsettled.filter((other) => dirname(other.op === 'renamed' ? other.to : other.path) !== each.path);
    else if (each.op !== 'synced') unsettled.push(each);
    if ('path' in each && each.op !== 'folder-synced') touched.add(each.path);
    if (each.op === 'renamed') touched.add(each.to);
  }
  let lostBytes = 0;
  for (const path of touched) lostBytes += loseTail(path, synced.get(path) ?? 0, random);
  let undone = 0;
  for (const each of unsettled.reverse()) {
    // A folder's changes reach the disk in any order, or not at all.
    if (random() < 0.5) continue;
    undone += 1;
    undo(each);
  }
  return { lostBytes, undone };
}

function loseTail(path: string, safe: number, random: () => number): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= safe) return 0;
  const keep = safe + Math.floor(random() * (size - safe + 1));
  const draw = random();
  if (draw < 0.5) truncateSync(path, keep);
  else {
    // The file is as long as it was, but its last blocks were never written: NULs, or what lay there before.
    const bytes = readFileSync(path);
    for (let place = keep; place < bytes.length; place++) bytes[place] = draw < 0.75 ? 0 : Math.floor(random() * 256);
    writeFileSync(path, bytes);
  }
  return size - keep;
}

function undo(event: Exclude<Event, { op: 'synced' | 'folder-synced' }>): void {
  if (event.op === 'made') rmSync(event.path, { force: true });
  else if (event.op === 'removed') {
    if (event.kept !== null && !existsSync(event.path)) copyFileSync(event.kept, event.path);
  } else if (existsSync(event.to)) {
    renameSync(event.to, event.from);
    if (event.kept !== null) copyFileSync(event.kept, event.to);
  }
}
