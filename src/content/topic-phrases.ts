import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AdviserError } from '../domain/adviser-error';
import { Phrase } from '../domain/topics/phrase';
import { TOPICS_FOLDER } from './load-topic-model';

const COLUMNS = ['text', 'topic', 'lang', 'register'] as const;

/** All phrases that the topic model is trained on, and a hash that changes when any of them does. */
export interface TopicPhrases {
  readonly phrases: readonly Phrase[];
  readonly hash: string;
}

/** Reads every file of phrases below the content folder, in order of name; the file's name, up to its first dot, is the writer. */
export function loadTopicPhrases(contentFolder: string): TopicPhrases {
  const folder = join(contentFolder, TOPICS_FOLDER, 'phrases');
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv')).sort();
  const phrases = files.flatMap((name) => readPhraseFile(join(folder, name)));
  return { phrases, hash: createHash('sha256').update(JSON.stringify(phrases)).digest('hex') };
}

/**
 * Reads one file of phrases: a header, then one phrase a line, columns parted by tabs.
 *
 * @throws AdviserError `content-invalid`, naming file, line and what is permitted
 */
export function readPhraseFile(path: string): Phrase[] {
  const [header, ...lines] = readFileSync(path, 'utf8').split(/\r?\n/);
  if (header !== COLUMNS.join('\t')) throw wrong(path, 1, `begins with ${header}`, `The first line is: ${COLUMNS.join(', ')}, with tabs between.`);
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const [text, topic, lang, register, ...more] = line.split('\t');
    const parsed = Phrase.safeParse({ text, topic, lang, register, writer: writerOf(path) });
    if (!parsed.success || more.length > 0) throw wrong(path, index + 2, line, parsed.error ? z.prettifyError(parsed.error) : 'There are four columns.');
    return [parsed.data];
  });
}

/** Files that one hand wrote have the same name up to a dot: in an evaluation they are left out together. */
const writerOf = (path: string): string => basename(path).split('.')[0] ?? '';

function wrong(path: string, line: number, found: string, permitted: string): AdviserError {
  return new AdviserError('content-invalid', `${path}, line ${line}: "${found}" is no phrase.`, permitted);
}
