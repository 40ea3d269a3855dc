import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Line } from './line';

/** One conversation of a client: a turn ends when its reply is there. */
export interface Talk {
  turn(nth: number): Promise<void>;
  close(): void;
}

/** How conversations of a contender are begun; `nth` tells one address from another. */
export type Begin = (line: Line, nth: number) => Promise<Talk>;

/** What citizens say; each contender hears the same. */
const SAID = ['Hvornår er der telefontid?', 'Hvad kan I hjælpe med?', 'Jeg vil klage over en afgørelse', 'Hej', 'Hvem er borgerrådgiveren?', 'tilbage', 'Tak for hjælpen', 'Jeg har fået et brev fra kommunen'];
export const saidAt = (nth: number): string => SAID[nth % SAID.length] ?? '';

const Started = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });

/** Over Direct Line: POST to speak, the stream to listen. The message is on the disk before its POST is answered. */
export const beginDirectLine: Begin = async (line, nth) => {
  const from = `X-Forwarded-For: 10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}\r\n`;
  const { token } = z.object({ token: z.string() }).parse(JSON.parse(await line.post('/v3/directline/tokens/generate', '', from)));
  const started = Started.parse(JSON.parse(await line.post('/v3/directline/conversations', '{"locale":"da-DK"}', `${from}Authorization: Bearer ${token}\r\n`)));
  const socket = new WebSocket(started.streamUrl, { perMessageDeflate: false });
  let heard: () => void = () => undefined;
  const welcomed = new Promise<void>((done, failed) => {
    socket.on('message', (data: Buffer) => {
      // Replies of a turn come in one frame; the welcome is the one that answers nothing.
      const text = data.toString('latin1');
      if (text.includes('"replyToId":"')) heard();
      else if (text.includes('"role":"bot"')) done();
    });
    socket.on('error', failed);
  });
  await welcomed;
  const path = `/v3/directline/conversations/${started.conversationId}/activities`;
  const headers = `Authorization: Bearer ${started.token}\r\n`;
  return {
    turn: async (which) => {
      const replied = new Promise<void>((done) => (heard = done));
      await line.post(path, JSON.stringify({ type: 'message', text: saidAt(which), locale: 'da-DK', from: { id: 'me' }, channelData: { clientActivityID: `${nth}-${which}-${Math.random()}` } }), headers);
      await replied;
    },
    close: () => socket.terminate(),
  };
};

/** Straight to a bot: POST, and the replies are in the answer. */
export const beginPeer: Begin = async (line, nth) => {
  const conversation = `c${nth}-${Math.random()}`;
  const turn = async (which: number): Promise<void> => {
    const body = await line.post('/api/messages', JSON.stringify({ type: 'message', id: String(which), text: saidAt(which), locale: 'da-DK', channelId: 'bench', serviceUrl: 'http://localhost', conversation: { id: conversation }, from: { id: `u${nth}` }, recipient: { id: 'bot' } }));
    if (!body.includes('"text"')) throw new Error(`no reply: ${body}`);
  };
  await turn(0);
  return { turn, close: () => undefined };
};
