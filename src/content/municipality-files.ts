import { join } from 'node:path';
import { z } from 'zod';
import { Authorities, Departments, type Authority, type Department } from '../domain/directory/department';
import { AppealRules, type AppealRule } from '../domain/letters/appeal-rule';
import { Glossary, type GlossaryEntry } from '../domain/letters/glossary';
import { LawBook } from '../domain/letters/law-book';
import { ReasonCues, type ReasonCue } from '../domain/letters/reason-cue';
import { OpeningHours } from '../domain/hours/opening-hours';
import type { LetterWords } from '../domain/letters/letter-words';
import { UrgentWords } from '../domain/complaints/urgent-needs';
import { TOPICS, type Topic } from '../domain/topics/topic';
import type { Report } from './content-fault';
import { COUNTRY, type ContentFiles } from './content-files';
import { readLetterWords } from './letter-words';
import { DeskWords } from './desk-words';
import { FactGroups, readFacts, type Fact } from './municipality-facts';
import { readYaml, type YamlFile } from './yaml-file';

/** What is known apart from phrases; a part is null when its file is missing or wrong, which has then been reported. */
export interface KnownThings {
  readonly hours: YamlFile<OpeningHours> | null;
  readonly departments: YamlFile<Department[]> | null;
  readonly authorities: YamlFile<Authority[]> | null;
  readonly laws: YamlFile<LawBook> | null;
  readonly appealRules: YamlFile<AppealRule[]> | null;
  readonly glossary: YamlFile<GlossaryEntry[]> | null;
  readonly reasons: YamlFile<ReasonCue[]> | null;
  /** What the reader of letters knows by name. */
  readonly letterWords: LetterWords | null;
  /** The words of the adviser's desk. */
  readonly desk: YamlFile<DeskWords> | null;
  readonly rudeWords: readonly string[];
  /** What tells of a need that can't wait; null where the file is missing. */
  readonly urgentWords: UrgentWords | null;
  readonly topicsOff: readonly Topic[];
  readonly allOff: boolean;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The facts that the municipality wants stated by one phrase or more: their ids and what they are. */
  readonly toBeStated: YamlFile<Readonly<Record<string, string>>> | null;
}

/** Words that may hurt a complaint; a star at the end stands for any ending. */
const RudeWords = z.array(z.string().regex(/^[\p{Ll}-]+\*?$/u, 'is a word in small letters, perhaps with a star at its end'));
/** `everything`: the whole bot. */
const TopicsOff = z.array(z.enum([...TOPICS, 'everything'])).nullable();
const FactsToState = z.record(z.string().regex(/^[A-Z]\d+$/, 'is a fact id such as S4'), z.string().min(1));

/** The files that stand in a municipality's folder; another name is a slip, since nothing would read it. */
const MUNICIPALITY_FILES = ['municipality.yaml', 'opening-hours.yaml', 'departments.yaml', 'topics-off.yaml', 'facts.yaml'];

/** Facts that the page and the window say by themselves: without them no page can be shown. */
const NEEDED = ['municipality.name', 'adviser.title', 'adviser.phone', 'adviser.phone-uri', 'adviser.email', 'adviser.address', 'adviser.consultation-place'];

/** Reads the files of the municipality and of the country that hold no phrases. */
export function readKnownThings(files: ContentFiles, report: Report): KnownThings {
  const own = (name: string) => `${files.municipality}/${name}`;
  const optional = <Value>(path: string, schema: z.ZodType<Value>) => {
    const bytes = files.bytes.get(path);
    return bytes ? readYaml(join(files.folder, path), bytes, schema, report) : null;
  };
  const needed = <Value>(path: string, schema: z.ZodType<Value>) => {
    if (!files.bytes.has(path)) report({ file: join(files.folder, path), line: 1, what: 'The file is missing.', remedy: 'Add it; that of another municipality shows its shape.' });
    return optional(path, schema);
  };
  checkNames(files, report);
  const facts = needed(own('municipality.yaml'), FactGroups);
  const off = optional(own('topics-off.yaml'), TopicsOff)?.value ?? [];
  return {
    hours: needed(own('opening-hours.yaml'), OpeningHours),
    departments: needed(own('departments.yaml'), Departments),
    authorities: needed(`${COUNTRY}/authorities.yaml`, Authorities),
    laws: needed(`${COUNTRY}/sections.yaml`, LawBook),
    appealRules: needed(`${COUNTRY}/appeals.yaml`, AppealRules),
    glossary: needed(`${COUNTRY}/glossary.yaml`, Glossary),
    reasons: needed(`${COUNTRY}/reasons.yaml`, ReasonCues),
    letterWords: readLetterWords(files, report),
    desk: needed(`${COUNTRY}/desk.yaml`, DeskWords),
    rudeWords: optional(`${COUNTRY}/rude-words.yaml`, RudeWords)?.value ?? [],
    urgentWords: optional(`${COUNTRY}/urgent-needs.yaml`, UrgentWords)?.value ?? null,
    topicsOff: off.flatMap((each) => (each === 'everything' ? [] : each)),
    allOff: off.includes('everything'),
    facts: facts ? checkedFacts(facts, report) : new Map(),
    toBeStated: optional(own('facts.yaml'), FactsToState),
  };
}

function checkedFacts(yaml: YamlFile<z.infer<typeof FactGroups>>, report: Report): ReadonlyMap<string, Fact> {
  const faults: unknown[] = [];
  const facts = readFacts(yaml, (fault) => {
    faults.push(fault);
    report(fault);
  });
  const lacking = faults.length > 0 ? [] : NEEDED.filter((key) => !facts.get(key)?.texts);
  for (const key of lacking) report({ file: yaml.file, line: facts.get(key)?.line ?? 1, what: `The fact ${key} is not known.`, remedy: 'Write it: the page cannot be shown without.' });
  return facts;
}

function checkNames({ folder, municipality, bytes }: ContentFiles, report: Report): void {
  for (const path of bytes.keys()) {
    const [scope, ...rest] = path.split('/');
    const name = rest.at(-1) ?? '';
    if (name.endsWith('.yml')) report({ file: join(folder, path), line: 1, what: 'The name ends in .yml, which is not read.', remedy: 'Let it end in .yaml.' });
    else if (scope === municipality && rest.length === 1 && !MUNICIPALITY_FILES.includes(name)) {
      report({ file: join(folder, path), line: 1, what: `Nothing reads a file of the name ${name} here.`, remedy: `Permitted: ${MUNICIPALITY_FILES.join(', ')}; phrases stand in da/ and en/.` });
    }
  }
}
