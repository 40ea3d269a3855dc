import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { CaseRecord } from '../../src/domain/cases/case-repository';
import { LocalWork } from '../../src/domain/exclusive-work';
import { smtpMail } from '../../src/notify/mail';
import { startCaseNotices } from '../../src/notify/case-notices';

/** Cases still to be told of, by reference. */
function waitingCases(...references: string[]) {
  const waiting = new Set(references);
  const told: string[] = [];
  return {
    told,
    cases: {
      unnoticed: async () => [...waiting].map((reference) => ({ handoff: { reference } }) as unknown as CaseRecord),
      markNoticed: async (reference: string) => {
        waiting.delete(reference);
        told.push(reference);
      },
    },
    add: (reference: string) => waiting.add(reference),
  };
}

const notice = (reference: string) => ({ subject: `Ny sag ${reference}`, text: `Der er kommet en ny sag: ${reference}.` });

test('a real SMTP server gets one mail a case, with the reference and nothing else', async () => {
  const mails: string[] = [];
  let bothCame: () => void;
  const both = new Promise<void>((resolve) => (bothCame = resolve));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString('utf8')));
      stream.on('end', () => {
        mails.push(mail);
        done();
        if (mails.length === 2) bothCame();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const { cases, told } = waitingCases('BR-2026-7K4QX9', 'BR-2026-7K4QXA');
  const send = smtpMail({ url: `smtp://127.0.0.1:${port}`, from: 'chat@example.dk', to: 'raadgiver@example.dk' });
  const notices = startCaseNotices({ cases, work: new LocalWork(), send, notice, now: () => 1, log: () => undefined });
  notices.wake();
  await both;
  await notices.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(told).toEqual(['BR-2026-7K4QX9', 'BR-2026-7K4QXA']);
  expect(mails[0]).toContain('To: raadgiver@example.dk');
  expect(mails[0]).toMatch(/Subject: Ny sag BR-2026-7K4QX9/);
});

test('a mail server that is down costs no notice: it is tried again', async () => {
  const { cases, told } = waitingCases('BR-2026-7K4QX9');
  let tries = 0;
  let sent: () => void;
  const finished = new Promise<void>((resolve) => (sent = resolve));
  const failures: number[] = [];
  const notices = startCaseNotices({
    cases,
    work: new LocalWork(),
    send: async () => {
      tries += 1;
      if (tries < 3) throw new Error('connect ECONNREFUSED');
    },
    notice,
    now: () => 1,
    log: (level, _code, { failures: count }) => (level === 'warn' ? failures.push(Number(count)) : sent()),
    retryAfter: () => 1,
  });
  notices.wake();
  await finished;
  await notices.stop();
  expect({ tries, told, failures }).toEqual({ tries: 3, told: ['BR-2026-7K4QX9'], failures: [1, 2] });
});

test('a case that comes while a mail is being sent is told of as well', async () => {
  const { cases, told, add } = waitingCases('BR-2026-7K4QX9');
  let sent: () => void;
  const finished = new Promise<void>((resolve) => (sent = resolve));
  const notices = startCaseNotices({
    cases,
    work: new LocalWork(),
    send: async () => {
      if (told.length === 0) {
        add('BR-2026-7K4QXA');
        notices.wake();
      }
    },
    notice,
    now: () => 1,
    log: () => told.length === 2 && sent(),
  });
  notices.wake();
  await finished;
  await notices.stop();
  expect(told).toEqual(['BR-2026-7K4QX9', 'BR-2026-7K4QXA']);
});
