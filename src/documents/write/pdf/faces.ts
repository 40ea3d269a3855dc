import { readFileSync } from 'node:fs';
import { create } from 'fontkit';

/** What can be drawn: Latin, Cyrillic, Greek and Devanagari; Arabic with Urdu and Farsi; emoji, in one colour; arrows, signs and some further scripts. */
export type Face = 'text' | 'arabic' | 'emoji' | 'signs';

/**
 * All of them may be embedded: DejaVu's licence says so, the others stand under the SIL Open Font License. Vazirmatn for Arabic, because it has a whole sign for each
 * letter: fonts that put the dots on by themselves (Noto's do) are copied out of a PDF as other letters.
 */
export const FONT_FILES: Readonly<Record<Face, { readonly regular: string; readonly bold: string }>> = {
  text: {
    regular: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  },
  arabic: {
    regular: require.resolve('@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf'),
  },
  emoji: {
    regular: require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
    bold: require.resolve('@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf'),
  },
  signs: {
    regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  },
};

/** In order of preference. */
const FACES: readonly Face[] = ['text', 'arabic', 'signs', 'emoji'];
/** They draw nothing themselves, so that no font need know them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

const bytesRead = new Map<string, Buffer>();
const drawn = new Map<Face, ReadonlySet<number>>();

/** A font file, read once. */
export function fontBytes(path: string): Buffer {
  const bytes = bytesRead.get(path) ?? readFileSync(path);
  bytesRead.set(path, bytes);
  return bytes;
}

function lettersOf(face: Face): ReadonlySet<number> {
  const known = drawn.get(face);
  if (known) return known;
  const font = create(fontBytes(FONT_FILES[face].regular));
  const letters = new Set('characterSet' in font ? font.characterSet : []);
  drawn.set(face, letters);
  return letters;
}

/** The face that draws a letter with all its marks; a blank between Arabic words is theirs, so that they stay together. Null: none does. */
export function faceOf(grapheme: string, before: Face): Face | null {
  const points = [...grapheme].filter((each) => !INVISIBLE.test(each)).map((each) => each.codePointAt(0) ?? 0);
  const draws = (face: Face) => points.every((point) => lettersOf(face).has(point));
  if (/^\s*$/.test(grapheme) && before === 'arabic' && draws(before)) return before;
  // A heart that is marked as a picture, though other faces could draw it as well.
  if (/\ufe0f|\p{Emoji_Presentation}/u.test(grapheme) && draws('emoji')) return 'emoji';
  return FACES.find(draws) ?? null;
}
