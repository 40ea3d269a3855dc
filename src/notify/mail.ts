import { createTransport } from 'nodemailer';

/** A mail of ours: plain text, and never with personal data. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Sends a mail; rejects when the mail server did not take it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Mail over SMTP. A server that does not answer is given up after 20 s, so that the next try can come. */
export function smtpMail({ url, from, to }: { url: string; from: string; to: string }): SendMail {
  const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 20_000 };
  const transport = createTransport({ url, ...timeouts });
  return async ({ subject, text }) => {
    await transport.sendMail({ from, to, subject, text });
  };
}
