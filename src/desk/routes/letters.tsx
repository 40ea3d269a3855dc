import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Content } from '../../content/content';
import { AdviserError } from '../../domain/adviser-error';
import { ZONE, type Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseRecord } from '../../domain/cases/desk-file';
import type { HandoffCase } from '../../domain/cases/handoff-case';
import type { SaidLine } from '../../domain/complaints/draft-line';
import type { ComplaintFiles, PaperFile } from '../../domain/complaints/complaint-files';
import { seenOf, type CaseDesk } from '../../domain/desk/case-desk';
import { departmentOf } from '../../domain/desk/case-summary';
import { isWithin, type LetterMail } from '../../domain/desk/letter-mail';
import { deadlineChip } from '../../domain/desk/deadline-chip';
import { deadlineMetAt } from '../../domain/desk/deadline-met';
import { conclusionOf, linesOfLetter, noteOfSending, type NoteOfSending, type Outgoing } from '../../domain/desk/outgoing-letter';
import type { RecordAudit } from '../desk-audit';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import type { Say } from '../pages/frame';
import { dayInWords, momentInWords, phoneInGroups } from '../pages/in-words';
import { OutgoingPage } from '../pages/letter-pages';
import { noSuchCase, referenceIn } from './case';

interface LetterParts {
  readonly content: () => Content;
  readonly cases: CaseRepository;
  readonly desk: CaseDesk;
  readonly papers: ComplaintFiles;
  /** Null: no mail server is set. */
  readonly mail: LetterMail | null;
  readonly record: RecordAudit;
  readonly say: Say;
  readonly now: Now;
}

/** A last day nearer than this is told in the subject already. */
const HURRY_DAYS = 7;

/** What a letter's form sends; `what` is the button that was pressed. */
const Sent = z.object({ what: z.enum(['pdf', 'docx', 'mail', 'noted']), to: z.string().max(200).default(''), subject: z.string().trim().min(1).max(200).transform((text) => text.replace(/\s+/gu, ' ')), text: z.string().trim().min(1).max(40_000), seen: z.string().default(''), key: z.string().min(8).max(80) });

/** A letter as it is proposed. */
interface Proposed {
  readonly subject: string;
  readonly text: string;
  /** The words in it that are somebody's own: the citizen's, or the adviser's assessment. */
  readonly quoted: string;
}

/** A mail that was sent is not sent again by a second press of the button within so many letters. */
const KEYS_KEPT = 200;

/** The letters of a case to the municipality: shown first, changed by the adviser, then fetched as PDF or Word, or sent. */
export function letterRoutes({ content, cases, desk, papers, mail, record, say, now }: LetterParts): DeskRoute[] {
  const sending = new Map<string, Promise<void>>();
  const found = async (request: DeskRequestOf, action: 'read' | 'export'): Promise<CaseRecord> => {
    const reference = referenceIn(request);
    await record({ actor: request.account.id, action, references: [reference], purpose: 'letter' });
    const kept = await cases.find(reference);
    if (!kept) throw noSuchCase();
    return kept;
  };
  const proposed = (kind: Outgoing, kept: CaseRecord): Proposed => {
    const { reference, complaint, message, contact } = kept.handoff;
    const department = departmentOf(kept.handoff) ?? say('forward.department');
    const whose = whoseInWords(kept.handoff, say);
    const told = complaint?.whatHappened ?? message ?? '';
    switch (kind) {
      case 'forward': {
        const reach = [contact.phone && phoneInGroups(contact.phone), contact.email].filter(Boolean).join(', ');
        // The line that she fills in by hand on her own paper: here what is known of it stands there.
        const quoted = (complaint?.draft ?? told).replace(/^(Adresse og telefon:) ?_{3,}$/mu, reach === '' ? '$&' : `$1 ${reach}`);
        const values = { department, reference, name: contact.name ?? say('unknown-name'), reach: reach || say('not-said'), complaint: quoted };
        const { nextDeadline } = kept.handoff;
        const hurries = nextDeadline !== null && deadlineChip(nextDeadline, now()).days < HURRY_DAYS && deadlineMetAt(kept) === null;
        const subject = hurries ? say('forward.subject-hurry', { reference, day: dayInWords(nextDeadline, now()) }) : say('forward.subject', { reference });
        if (complaint?.about !== 'decision') return { subject, quoted, text: say('forward.text', values) };
        const deadline = nextDeadline === null ? say('forward.no-deadline') : say('forward.deadline', { day: dayInWords(nextDeadline, now()) });
        return { subject, quoted, text: say('forward.decision', { ...values, deadline }) };
      }
      case 'statement': {
        const due = kept.desk.statement?.due ?? now().setZone(ZONE).plus({ weeks: 3 }).toISODate();
        return { subject: say('statement.subject', { reference }), quoted: told, text: say('statement.text', { department, reference, whose, due: dayInWords(due, now()), complaint: told }) };
      }
      case 'conclusion': {
        const conclusion = conclusionOf(kept);
        if (conclusion === null) throw new AdviserError('bad-request', 'Nothing has been concluded.', 'Conclude the investigation first.');
        return { subject: say('conclusion.subject', { reference }), quoted: conclusion, text: say('conclusion.text', { department, reference, whose, conclusion }) };
      }
    }
  };
  /** The department's own address, where the content has one that letters may go to. */
  const addressOf = (kept: CaseRecord): string => {
    const email = content().departments.find(({ name }) => name === departmentOf(kept.handoff))?.email ?? '';
    return mail !== null && isWithin(mail.domains, email) ? email : '';
  };
  const page = (kind: Outgoing, request: DeskRequestOf, kept: CaseRecord, typed: Partial<Record<'to' | 'subject' | 'text', string>>, wrong: string | null): DeskAnswer => {
    const { reference, consent } = kept.handoff;
    const letter = proposed(kind, kept);
    const title = say(`letter-to.${kind}`);
    const note = noteOfSending(kind, kept);
    const before = kept.desk.letters.findLast((each) => each.kind === kind) ?? null;
    return {
      kind: 'page', title, status: wrong === null ? 200 : 400,
      body: <OutgoingPage say={say} reference={reference} title={title} action={`/adviser/cases/${reference}/${kind}`} csrf={request.csrf} seen={seenOf(kept)} formKey={randomUUID()} subject={typed.subject ?? before?.subject ?? letter.subject} text={typed.text ?? before?.text ?? letter.text} sentBefore={before === null ? null : say('outgoing.sent-before', { at: momentInWords(before.at), by: before.by })} enclosing={enclosingOf(kind, kept)} to={typed.to ?? addressOf(kept)} mailDomains={mail?.domains ?? null} warning={consent.scope.includes('contact-department') ? null : say('forward.no-consent')} wrong={wrong} mayNote={note !== null} />,
    };
  };
  const paperOf = (kind: Outgoing, kept: CaseRecord, { subject, text }: { readonly subject: string; readonly text: string }, form: 'pdf' | 'docx'): Promise<PaperFile> => {
    const today = now().setZone(ZONE).setLocale('da').toFormat('d. LLLL yyyy');
    const head = [say('paper.date', { date: today }), say('paper.reference', { reference: kept.handoff.reference }), ...(kept.handoff.complaint?.caseNumber ? [say('paper.case-number', { number: kept.handoff.complaint.caseNumber })] : [])];
    return papers[form]({ title: subject, lines: [...linesOfLetter({ subject, text, quoted: proposed(kind, kept).quoted, head }), ...enclosed(kind, kept)] });
  };
  /** What must be enclosed: the decision goes along where she let it be kept, else the adviser is reminded. */
  const enclosingOf = (kind: Outgoing, { handoff: { letterText, complaint } }: CaseRecord): string | null =>
    kind !== 'forward' || complaint?.about !== 'decision' ? null : say(letterText === null ? 'outgoing.enclose' : 'outgoing.enclosed');
  const enclosed = (kind: Outgoing, { handoff: { letterText, complaint } }: CaseRecord): SaidLine[] =>
    kind !== 'forward' || complaint?.about !== 'decision' || letterText === null ? [] : [
      { key: 'enclosed', style: 'heading', text: say('outgoing.enclosure'), edited: false },
      ...letterText.split(/\n[^\S\n]*\n\s*/).map((text, place) => ({ key: `enclosed.${place}`, style: 'quote' as const, text: text.trim(), edited: false })).filter(({ text }) => text !== ''),
    ];
  const once = (key: string, send: () => Promise<void>): Promise<void> => {
    const before = sending.get(key);
    if (before) return before;
    const sent = send();
    sending.set(key, sent);
    // One that failed may be tried again; of the others the oldest are let go.
    sent.catch(() => sending.delete(key));
    for (const oldest of sending.keys()) if (sending.size > KEYS_KEPT) sending.delete(oldest);
    return sent;
  };
  const show = (kind: Outgoing) => async (request: DeskRequestOf): Promise<DeskAnswer> => page(kind, request, await found(request, 'read'), {}, null);
  const send = (kind: Outgoing) => async (request: DeskRequestOf): Promise<DeskAnswer> => {
    const sent = Sent.safeParse(request.form).data;
    const kept = await found(request, 'export');
    const { reference } = kept.handoff;
    if (!sent) return page(kind, request, kept, request.form, say('outgoing.wrong'));
    const name = `${reference}-${say(`file-name.${kind}`)}-${DateTime.fromMillis(now().toMillis(), { zone: ZONE }).toISODate()}`;
    if (sent.what === 'noted') return noteSent(kind, request, kept, sent);
    if (sent.what !== 'mail') {
      const { contentType, bytes } = await paperOf(kind, kept, sent, sent.what);
      return { kind: 'file', name: `${name}.${sent.what}`, type: contentType, text: bytes };
    }
    if (mail === null || !isWithin(mail.domains, sent.to)) return page(kind, request, kept, request.form, say('outgoing.wrong-address', { domains: (mail?.domains ?? []).join(', ') }));
    const note = noteOfSending(kind, kept);
    // What somebody changed meanwhile is seen before the letter leaves, not after.
    if (sent.seen !== seenOf(kept) && !sending.has(sent.key)) return page(kind, request, kept, request.form, say('outgoing.changed'));
    try {
      await once(sent.key, async () => {
        await mail.send({ ...sent, file: { ...(await paperOf(kind, kept, sent, 'pdf')), name: `${name}.pdf` } });
        await record({ actor: request.account.id, action: 'change', references: [reference], purpose: `sent-${kind}` });
        // A case that changed while the letter was on its way is noted all the same: the letter has gone.
        if (note !== null) await noted(reference, kind, { ...note, letter: { subject: sent.subject, text: sent.text } }, request, sent.key);
      });
    } catch (fault) {
      if (!(fault instanceof AdviserError) || fault.code !== 'mail-failed') throw fault;
      return page(kind, request, kept, request.form, say('outgoing.not-sent'));
    }
    return { kind: 'to', path: `/adviser/cases/${reference}?done=sent` };
  };
  return [
    { method: 'get', path: '/adviser/cases/:reference/forward', needs: 'adviser', handle: show('forward') },
    { method: 'post', path: '/adviser/cases/:reference/forward', needs: 'adviser', handle: send('forward') },
    { method: 'get', path: '/adviser/cases/:reference/statement', needs: 'adviser', handle: show('statement') },
    { method: 'post', path: '/adviser/cases/:reference/statement', needs: 'adviser', handle: send('statement') },
    { method: 'get', path: '/adviser/cases/:reference/conclusion', needs: 'adviser', handle: show('conclusion') },
    { method: 'post', path: '/adviser/cases/:reference/conclusion', needs: 'adviser', handle: send('conclusion') },
  ];

  /** She has sent it herself: the text as it stands in the form is what left. */
  async function noteSent(kind: Outgoing, request: DeskRequestOf, kept: CaseRecord, { subject, text, seen, key }: z.infer<typeof Sent>): Promise<DeskAnswer> {
    const { reference } = kept.handoff;
    const note = noteOfSending(kind, kept);
    if (note === null) return page(kind, request, kept, { subject, text }, say('outgoing.noted-before'));
    if (seen !== seenOf(kept)) return page(kind, request, kept, { subject, text }, say('outgoing.changed-note'));
    await desk.act(reference, { ...note, letter: { subject, text } }, { by: request.account.name, seen, key: `desk:${key}` });
    await record({ actor: request.account.id, action: 'change', references: [reference], purpose: note.act });
    return { kind: 'to', path: `/adviser/cases/${reference}?done=${note.act}` };
  }

  async function noted(reference: string, kind: Outgoing, note: NoteOfSending & { readonly letter: { readonly subject: string; readonly text: string } }, { account }: DeskRequestOf, key: string): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      const current = await cases.find(reference);
      if (!current || (tries > 0 && noteOfSending(kind, current) === null)) return;
      try {
        await desk.act(reference, note, { by: account.name, seen: seenOf(current), key: `desk:${key}` });
        return;
      } catch (fault) {
        if (!(fault instanceof AdviserError) || fault.code !== 'case-changed') throw fault;
      }
    }
  }
}

/** Whose matter it is, as the department finds it: her, whom it is for, and its own number. */
function whoseInWords({ contact, onBehalfOf, complaint, letter }: HandoffCase, say: Say): string {
  const name = contact.name ?? say('unknown-name');
  const who = onBehalfOf === null ? say('letter-of.citizen', { name }) : say('letter-of.behalf', { name, other: onBehalfOf.name });
  const number = complaint?.caseNumber ?? letter?.caseNumber ?? null;
  return number === null ? who : `${who} ${say('letter-of.number', { number })}`;
}
