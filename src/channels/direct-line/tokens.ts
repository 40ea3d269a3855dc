import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DirectLineError } from './protocol-error';

/** Direct Line tokens live 30 minutes; clients fetch a new one each 15. */
export const TOKEN_SECONDS = 1800;
/** A stream must be opened within a minute of its address being given (protocol: streamUrl). */
const TICKET_SECONDS = 60;

/** Only this header is ever made or accepted: a token cannot choose how it is checked. */
const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).toString('base64url');

const Token = z.strictObject({ use: z.literal('conversation'), conv: z.string(), user: z.string(), origins: z.array(z.string()).optional(), iat: z.int(), exp: z.int() });
/** What a token says: one conversation, one user in it, and the websites it was given for where they were named. */
export type Token = z.infer<typeof Token>;

const Ticket = z.strictObject({ use: z.literal('stream'), conv: z.string(), after: z.int(), jti: z.string(), origin: z.string().optional(), exp: z.int() });
/** What a stream's address says: one conversation, from which activity on, for which website; good for one opening. */
export type Ticket = z.infer<typeof Ticket>;

const FileLink = z.strictObject({ use: z.literal('file'), conv: z.string(), file: z.string(), exp: z.int() });

/** Makes and checks tokens under one key: stateless, so that any node with the key can, before and after a restart. */
export class Tokens {
  constructor(
    private readonly key: Uint8Array,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  issue(conv: string, user: string, origins?: readonly string[]): string {
    const iat = this.seconds();
    return this.sign({ use: 'conversation', conv, user, ...(origins === undefined ? {} : { origins: [...origins] }), iat, exp: iat + TOKEN_SECONDS } satisfies Token);
  }

  /** @throws DirectLineError 401 for what is no token of ours, 403 `TokenExpired` for one whose time is over */
  read(token: string): Token {
    const read = Token.safeParse(this.verify(token)).data;
    if (!read) throw new DirectLineError(401, 'BadArgument', 'The token is not valid.');
    if (read.exp <= this.seconds()) throw new DirectLineError(403, 'TokenExpired', 'The token has expired.');
    return read;
  }

  /** `origin`: the website that asked for it; no other may open the stream. A page of our own asks without one. */
  ticket(conv: string, after: number, jti: string, origin?: string): string {
    return this.sign({ use: 'stream', conv, after, jti, ...(origin === undefined ? {} : { origin }), exp: this.seconds() + TICKET_SECONDS } satisfies Ticket);
  }

  /** Null when it is none of ours or too late; that it is used once is the stream's to see to. */
  readTicket(ticket: string): Ticket | null {
    const read = Ticket.safeParse(this.verify(ticket)).data;
    return read && read.exp > this.seconds() ? read : null;
  }

  fileLink(conv: string, file: string, seconds: number): string {
    return this.sign({ use: 'file', conv, file, exp: this.seconds() + seconds });
  }

  /** Null when it is none of ours; `over` when its time is. */
  readFileLink(link: string): { readonly conv: string; readonly file: string; readonly over: boolean } | null {
    const read = FileLink.safeParse(this.verify(link)).data;
    return read ? { conv: read.conv, file: read.file, over: read.exp <= this.seconds() } : null;
  }

  private sign(payload: object): string {
    const signed = `${HEADER}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
    return `${signed}.${this.signature(signed)}`;
  }

  private verify(token: string): unknown {
    const [header, payload, signature, ...rest] = token.split('.');
    if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0) return null;
    const expected = Buffer.from(this.signature(`${header}.${payload}`));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  }

  private signature(signed: string): string {
    return createHmac('sha256', this.key).update(signed).digest('base64url');
  }

  private seconds(): number {
    return Math.floor(this.now() / 1000);
  }
}
