import type { VNode } from 'preact';
import type { CaseRecord } from '../../domain/cases/desk-file';
import { nextStep, type NextStep } from '../../domain/desk/next-step';
import type { Say } from './frame';

/** Where each step is taken; null: nothing is to be done but wait. */
const PLACE: Readonly<Record<NextStep, ((to: string, phone: string | null, email: string | null) => string) | null>> = {
  answer: () => '#message-text',
  mail: (_to, _phone, email) => (email === null ? '#message-text' : `mailto:${email}`),
  call: (_to, phone) => (phone === null ? '#message-text' : `tel:${phone}`),
  forward: (to) => `${to}/forward`,
  'tell-forwarded': () => '#act-waiting-for-department',
  'ask-consent': () => '#message-text',
  judge: () => '#act-investigate',
  'ask-statement': (to) => `${to}/statement`,
  'await-statement': null,
  conclude: () => '#act-conclude',
  'send-conclusion': (to) => `${to}/conclusion`,
  'await-department': null,
  'await-citizen': null,
};

/** What is likeliest next, in a sentence, and the way to it: nobody needs a manual for her first case. */
export function CaseNext({ say, record }: { readonly say: Say; readonly record: CaseRecord }): VNode | null {
  const step = nextStep(record);
  if (step === null) return null;
  const { reference, contact, complaint } = record.handoff;
  // A decision is passed on to be reassessed (S17); anything else so that the department answers first (S20).
  const words = step === 'forward' && complaint?.about === 'decision' ? 'forward-decision' : step;
  const place = PLACE[step]?.(`/adviser/cases/${reference}`, contact.phone, contact.email);
  return (
    <section class="next" aria-label={say('next.label')}>
      <p><strong>{say('next.label')}:</strong> {say(`next.${words}`)}</p>
      {place !== undefined && <a class="button" href={place}>{say(`next.${step}-do`)}</a>}
      {(step === 'call' || step === 'mail') && <> <a href="#act-answered">{say('next.note-answered')}</a></>}
    </section>
  );
}
