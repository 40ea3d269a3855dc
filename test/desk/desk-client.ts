/** A browser's doings at the desk without a browser: one cookie, forms sent as they stand on a page. */
export class DeskClient {
  cookie: string | null = null;

  constructor(readonly url: string) {}

  /** Someone with an account: makes the first one by the link that the start gave. */
  static async first(url: string, link: string, login = 'anne'): Promise<DeskClient> {
    const client = new DeskClient(url);
    const answer = await client.post(new URL(link).pathname, { name: 'Anne Adviser', login, password: PASSWORD });
    if (answer.status !== 303) throw new Error(`The first account was not made: ${answer.status}`);
    return client;
  }

  static async login(url: string, login: string, password = PASSWORD): Promise<DeskClient> {
    const client = new DeskClient(url);
    await client.post('/adviser/login', { login, password });
    return client;
  }

  async get(path: string): Promise<{ status: number; text: string; headers: Headers }> {
    const answer = await fetch(this.url + path, { redirect: 'manual', headers: this.headers() });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  async post(path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; text: string; headers: Headers }> {
    const answer = await fetch(this.url + path, { method: 'POST', redirect: 'manual', headers: { ...this.headers(), ...headers }, body: new URLSearchParams(fields) });
    const cookie = /^(__Host-desk=[^;]*);/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    if (cookie !== undefined) this.cookie = cookie.endsWith('=') ? null : cookie;
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  /** Fetches a file: by a form where fields are given. */
  async file(path: string, fields?: Readonly<Record<string, string>>): Promise<{ status: number; bytes: Uint8Array; headers: Headers }> {
    const answer = await fetch(this.url + path, { redirect: 'manual', headers: this.headers(), ...(fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }) });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers };
  }

  /** Sends the form with this act on a case's page, with some fields filled in. */
  async act(reference: string, act: string, fields: Readonly<Record<string, string>> = {}): Promise<{ status: number; text: string; headers: Headers }> {
    const { text } = await this.get(`/adviser/cases/${reference}`);
    return this.post(`/adviser/cases/${reference}/act`, { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen'), key: String(Math.random()), act, ...fields });
  }

  /** Searches the list. */
  async search(q: string): Promise<{ status: number; text: string; headers: Headers }> {
    const { status, text, headers } = await this.post('/adviser', { csrf: await this.csrf(), q });
    const to = headers.get('location');
    return to === null ? { status, text, headers } : this.get(to);
  }

  /** The secret of this session's forms. */
  async csrf(): Promise<string> {
    return hidden((await this.get('/adviser/enter')).text, 'csrf');
  }

  private headers(): Record<string, string> {
    return this.cookie === null ? {} : { cookie: this.cookie };
  }
}

export const PASSWORD = 'en lang sætning som adgangskode';

/** The value of the first hidden field of that name on a page. */
export const hidden = (page: string, name: string): string => new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
