import { JSDOM } from 'jsdom';
import { AsyncAction } from 'rxjs/scheduler/AsyncAction';
import { AsyncScheduler } from 'rxjs/scheduler/AsyncScheduler';
import type { Subscription } from 'rxjs/Subscription';
import type { Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';

/** The website that the client runs on. */
export const WEBSITE = 'https://ishoj.dk';

/** What botframework-directlinejs needs of a browser; put there before it is loaded. */
const { window } = new JSDOM('', { url: `${WEBSITE}/` });

/** jsdom's leaves its timer of 20 s running when a request fails: no test waits for that. */
class Request extends window.XMLHttpRequest {
  override set timeout(_milliseconds: number) {}
  override get timeout(): number {
    return 0;
  }
}
Object.assign(globalThis, { XMLHttpRequest: Request, WebSocket: window.WebSocket, FormData: window.FormData, Blob: window.Blob });

/** Closes the page, with all that is under way in it. */
export const leaveWebsite = (): void => window.close();

const HURRY = 1000;

/** Time for the client: each of its 3 to 15 seconds and 15 minutes is a thousandth. */
class HurriedAction<T> extends AsyncAction<T> {
  override schedule(state?: T, delay = 0): Subscription {
    return super.schedule(state, delay / HURRY);
  }

  /** What the client still means to do when a test is over keeps nobody waiting. */
  protected override requestAsyncId(scheduler: AsyncScheduler, id?: number, delay?: number): NodeJS.Timeout {
    return (super.requestAsyncId(scheduler, id, delay) as NodeJS.Timeout).unref();
  }
}
export const hurried = new AsyncScheduler(HurriedAction, () => performance.now() * HURRY);

/** Someone at the official client: keeps what it says has happened. */
export class ClientUser {
  readonly heard: Activity[] = [];
  readonly statuses: ConnectionStatus[] = [];
  /** What ended its hearing. */
  fault: unknown = null;
  private readonly waiting = new Set<() => void>();

  constructor(readonly client: DirectLine) {
    client.connectionStatus$.subscribe((status) => {
      this.statuses.push(status);
      this.wake();
    });
    client.activity$.subscribe(
      (activity) => {
        this.heard.push(activity);
        this.wake();
      },
      (fault: unknown) => {
        this.fault = fault;
        this.wake();
      },
    );
  }

  /** Posts a message; gives the id that the client was told. */
  say(text: string, more: object = {}): Promise<string> {
    return this.post({ type: 'message', text, from: { id: 'me' }, ...more });
  }

  post(activity: object): Promise<string> {
    return new Promise((resolve, reject) => this.client.postActivity(activity as Activity).subscribe(resolve, reject));
  }

  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
      look();
    });
  }

  untilText = (text: string): Promise<void> => this.until(() => this.texts().includes(text));

  texts = (): string[] => this.heard.flatMap((each) => (each.type === 'message' && each.text !== undefined ? [each.text] : []));

  private wake(): void {
    for (const look of this.waiting) look();
  }
}
