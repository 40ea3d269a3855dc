import { seededRandom } from '../../domain/topics/seeded-random';

/** What OCR takes each sign for. */
const CONFUSED: Readonly<Record<string, string>> = {
  '§': '8$S5&', 'æ': 'ae', 'ø': 'o0', 'å': 'a', 'Æ': 'A', 'Ø': 'O', 'Å': 'A', l: '1I', '1': 'lI', I: 'l1', '0': 'O', O: '0', e: 'c', c: 'e', g: 'q', m: 'n', n: 'm', u: 'v', h: 'b', b: 'h', t: 'f', f: 't', s: '5', '5': 'S', '8': 'B', a: 'o', o: 'a', r: 'n', i: 'l',
};
const ANY = 'abcdefghijklmnoprstuvyæøå';

/** A text with a share of its characters misread, left out, doubled or put in, the same for the same seed; digits and layout are left alone unless `digits`. */
export function noisy(text: string, share: number, seed: number, digits = false): string {
  const random = seededRandom(seed);
  let out = '';
  for (const sign of text) {
    if (/\s/.test(sign) || (!digits && /\d/.test(sign)) || random() >= share) {
      out += sign;
      continue;
    }
    const kind = random();
    const misread = CONFUSED[sign];
    if (kind < 0.6 && misread) out += misread[Math.floor(random() * misread.length)] ?? sign;
    else if (kind < 0.7) out += ANY[Math.floor(random() * ANY.length)] ?? sign;
    else if (kind < 0.82) out += '';
    else if (kind < 0.92) out += sign + (ANY[Math.floor(random() * ANY.length)] ?? '');
    else out += `${sign} `;
  }
  return out;
}
