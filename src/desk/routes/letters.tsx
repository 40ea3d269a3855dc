import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Content } from '../../content/content';
import { AdviserError } from '../../domain/adviser-error';
import { ZONE, type Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseRecord } from '../../domain/cases/desk-file';
import type { ComplaintFiles, PaperFile } from '../../domain/complaints/complaint-files';
import { seenOf, type CaseDesk } from '../../domain/desk/case-desk';
import { departmentOf } from '../../domain/desk/case-summary';
import { isWithin, type LetterMail } from '../../domain/desk/letter-mail';
import { conclusionOf, linesOfLetter, noteOfSending, type Outgoing } from '../../domain/desk/outgoing-letter';
import type { RecordAudit } from '../desk-audit';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import type { Say } from '../pages/frame';
import { dayInWords, phoneInGroups } from '../pages/in-words';
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

/** What a letter's form sends; `what` is the button that was pressed. */
const Sent = z.object({ what: z.enum(['pdf', 'docx', 'mail']), to: z.string().max(200).default(''), subject: z.string().trim().min(1).max(200).transform((text) => text.replace(/\s+/gu, ' ')), text: z.string().trim().min(1).max(40_000), seen: z.string().default(''), key: z.string().min(8).max(80) });

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
    const told = complaint?.whatHappened ?? message ?? '';
    switch (kind) {
      case 'forward': {
        const reach = [contact.phone && phoneInGroups(contact.phone), contact.email].filter(Boolean).join(', ');
        // The line that she fills in by hand on her own paper: here what is known of it stands there.
        const quoted = (complaint?.draft ?? told).replace(/^(Adresse og telefon:) ?_{3,}$/mu, reach === '' ? '$&' : `$1 ${reach}`);
        const values = { department, reference, name: contact.name ?? say('unknown-name'), reach: reach || say('not-said'), complaint: quoted };
        if (complaint?.about !== 'decision') return { subject: say('forward.subject', { reference }), quoted, text: say('forward.text', values) };
        const { nextDeadline } = kept.handoff;
        const deadline = nextDeadline === null ? say('forward.no-deadline') : say('forward.deadline', { day: dayInWords(nextDeadline, now()) });
        return { subject: say('forward.subject', { reference }), quoted, text: say('forward.decision', { ...values, deadline }) };
      }
      case 'statement': {
        const due = kept.desk.statement?.due ?? now().setZone(ZONE).plus({ weeks: 3 }).toISODate();
        return { subject: say('statement.subject', { reference }), quoted: told, text: say('statement.text', { department, reference, due: dayInWords(due, now()), complaint: told }) };
      }
      case 'conclusion': {
        const conclusion = conclusionOf(kept);
        if (conclusion === null) throw new AdviserError('bad-request', 'Nothing has been concluded.', 'Conclude the investigation first.');
        return { subject: say('conclusion.subject', { reference }), quoted: conclusion, text: say('conclusion.text', { department, reference, name: contact.name ?? say('unknown-name'), conclusion }) };
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
    return {
      kind: 'page', title, status: wrong === null ? 200 : 400,
      body: <OutgoingPage say={say} reference={reference} title={title} action={`/adviser/cases/${reference}/${kind}`} csrf={request.csrf} seen={seenOf(kept)} formKey={randomUUID()} subject={typed.subject ?? letter.subject} text={typed.text ?? letter.text} to={typed.to ?? addressOf(kept)} mailDomains={mail?.domains ?? null} warning={consent.scope.includes('contact-department') ? null : say('forward.no-consent')} wrong={wrong} note={note?.act ?? null} />,
    };
  };
  const paperOf = (kind: Outgoing, kept: CaseRecord, { subject, text }: { readonly subject: string; readonly text: string }, form: 'pdf' | 'docx'): Promise<PaperFile> => {
    const today = now().setZone(ZONE).setLocale('da').toFormat('d. LLLL yyyy');
    const head = [say('paper.date', { date: today }), say('paper.reference', { reference: kept.handoff.reference }), ...(kept.handoff.complaint?.caseNumber ? [say('paper.case-number', { number: kept.handoff.complaint.caseNumber })] : [])];
    return papers[form]({ title: subject, lines: linesOfLetter({ subject, text, quoted: proposed(kind, kept).quoted, head }) });
  };
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
        if (note !== null) await noted(reference, kind, note, request, sent.key);
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

  async function noted(reference: string, kind: Outgoing, note: NonNullable<ReturnType<typeof noteOfSending>>, { account }: DeskRequestOf, key: string): Promise<void> {
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
