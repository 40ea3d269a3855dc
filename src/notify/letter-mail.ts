import { createTransport } from 'nodemailer';
import { AdviserError } from '../domain/adviser-error';
import { isWithin, type LetterMail } from '../domain/desk/letter-mail';

interface LetterMailOptions {
  readonly url: string;
  readonly from: string;
  /** Answers go to the adviser. */
  readonly replyTo: string;
  readonly domains: readonly string[];
}

const LOOPBACK = /^smtps?:\/\/(?:[^@/]*@)?(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/i;

/** Letters over SMTP: never in the clear, but on this machine itself. */
export function smtpLetters({ url, from, replyTo, domains }: LetterMailOptions): LetterMail {
  const transport = createTransport({ url, requireTLS: !LOOPBACK.test(url), connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 20_000 });
  return {
    domains,
    send: async ({ to, subject, text, file }) => {
      if (!isWithin(domains, to)) throw new AdviserError('bad-request', 'The address is not one of the municipality.', `Use one that ends in ${domains.join(', ')}.`);
      try {
        await transport.sendMail({ from, replyTo, to: to.trim(), subject, text, attachments: [{ filename: file.name, contentType: file.contentType, content: Buffer.from(file.bytes) }] });
      } catch (cause) {
        throw new AdviserError('mail-failed', 'The mail server did not take the letter.', 'Try again later, or send it by Digital Post.', { cause });
      }
    },
  };
}
