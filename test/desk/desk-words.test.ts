import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { readContent } from '../../src/content/read-content';
import { Role } from '../../src/domain/accounts/account';
import { SCOPES } from '../../src/domain/accounts/api-token';
import { AuditAction } from '../../src/domain/audit/audit-entry';
import { CaseKind, CaseOutcome, DeskEventKind, ReceivedBy } from '../../src/domain/cases/desk-file';
import { CaseStatus, ConsentScope, HandoffCase, Want } from '../../src/domain/cases/handoff-case';
import { BehalfAuthority, ComplaintAbout } from '../../src/domain/complaints/complaint';
import { RED_FLAGS } from '../../src/domain/desk/red-flags';
import { LetterKind, Outcome } from '../../src/domain/letters/letter-reading';

const ROOT = resolve(__dirname, '../..');
const place = { folder: join(ROOT, 'content'), municipality: 'ishoj' };
const content = loadContent(place);
const sources = readdirSync(join(ROOT, 'src/desk'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(join(ROOT, 'src/desk', name), 'utf8')).join('\n');

/** Texts that are found by a code: each code has one. */
const CODED: Readonly<Record<string, readonly string[]>> = {
  about: ComplaintAbout.options,
  'act.status': CaseStatus.options,
  authority: BehalfAuthority.options,
  consent: ConsentScope.options,
  done: ['status', 'note', 'message', 'investigate', 'ask-statement', 'statement-received', 'conclude', 'back-to-first', 'forwarded', 'journal', 'details', 'entered', 'sent', 'conclusion-sent'],
  event: DeskEventKind.options,
  flag: RED_FLAGS,
  from: ['citizen', 'adviser', 'bot'],
  instance: ['first', 'second'],
  kind: CaseKind.options,
  'letter-kind': LetterKind.options,
  'letter-outcome': Outcome.options,
  missing: ['reasons', 'legal-basis', 'appeal-guidance'],
  outcome: CaseOutcome.options,
  preferred: ['phone', 'email', 'digital-post', 'chat'],
  'received-by': ReceivedBy.options,
  round: ['first', 'investigation', 'concluded'],
  status: CaseStatus.options,
  subject: HandoffCase.shape.subject.options,
  want: Want.options,
  role: Role.options,
  scope: SCOPES.map((scope) => scope.replace(':', '-')),
  action: AuditAction.options,
};

test.each(Object.entries(CODED))('every code of %s has its words', (of, codes) => {
  expect(codes.filter((code) => !content.desk.has(`${of}.${code}`))).toEqual([]);
});

test('every text that a page says is there', () => {
  const said = [...sources.matchAll(/'([a-z][a-zA-Z-]*(?:\.[a-zA-Z-]+)+)'/g)].flatMap(([, id]) => id ?? []);
  const known = new Set(Object.keys(readContent(place).desk?.value.texts ?? {}));
  const beginnings = new Set([...known].map((id) => id.split('.')[0]));
  expect(said.length).toBeGreaterThan(100);
  expect([...new Set(said)].filter((id) => beginnings.has(id.split('.')[0]) && !known.has(id))).toEqual([]);
});

test('no text stands there that nothing says', () => {
  const coded = Object.keys(CODED);
  const built = [...sources.matchAll(/`([a-z][a-zA-Z.-]*)\.\$\{/g)].flatMap(([, beginning]) => beginning ?? []);
  const isSaid = (id: string): boolean => sources.includes(`'${id}'`) || [...coded, ...built].some((beginning) => id.startsWith(`${beginning}.`));
  expect(Object.keys(readContent(place).desk?.value.texts ?? {}).filter((id) => !isSaid(id))).toEqual([]);
});

test('no Danish sentence stands in the code of the desk', () => {
  const code = sources.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
  expect(code.match(/[^'"`\n]*[æøåÆØÅ][^'"`\n]*/g)?.filter((line) => !/\[\^?[^\]]*æøå/.test(line)) ?? []).toEqual([]);
});
