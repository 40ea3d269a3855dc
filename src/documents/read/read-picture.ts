import type { Grey } from './grey';
import { lostParts } from './lost-parts';
import { mendLines } from './mend-text';
import { holdsText, type PageReading } from './page-reading';
import { restoreParagraphSigns } from './paragraph-signs';
import { turn } from './picture';
import { preparePage } from './prepare-page';
import { readingOrder, type Piece } from './reading-order';
import type { Box, RecognizedLine, Recognizer, Word } from './recognizer';
import { findTickBoxes, withoutTickBoxes, type TickBox } from './tick-boxes';

/** Below this mean confidence a page is taken to lie upside down, and tried so. */
const UPSIDE_DOWN_BELOW = 65;
const UNREADABLE_BELOW = 60;
/** Words below this are as likely noise as words. */
const NOISE_BELOW = 30;
/** In pixels: some five lines. */
const BAND_HEIGHT = 280;
const POOR_BELOW = 78;
/** Of all letters, so many may stand in words that look like none. */
const MOST_ODD = 0.12;
/** So much of a page's print may be without words (signatures, stamps, ticks) before it counts as lost. */
const MOST_LOST = 0.13;

/** Reads a picture of a page. */
export async function readPicture(picture: Grey, recognizer: Recognizer): Promise<PageReading> {
  const { page: prepared, turned } = await preparePage(picture);
  const page = turned ? await wayUp(prepared, recognizer) : prepared;
  const first = await readUpright(page, recognizer);
  const other = first.confidence >= UPSIDE_DOWN_BELOW || turned ? page : await wayUp(page, recognizer);
  const best = other === page ? first : better(first, await readUpright(other, recognizer));
  // What is as unsure as this is no reading: a sharper picture is asked for.
  if (best.confidence < UNREADABLE_BELOW) return { lines: [], poor: true };
  const ticks = best.boxes.map((box) => tick(box, best.lines));
  const lines = mendLines(readingOrder([...best.lines.flatMap(pieces), ...ticks]));
  const text = restoreParagraphSigns(lines.join('\n')).split('\n');
  return { lines: text, poor: holdsText(text) && (best.confidence < POOR_BELOW || best.lost > MOST_LOST || oddShare(best.lines.flat()) > MOST_ODD) };
}

/** The page, turned upside down if a band of it reads better so. */
async function wayUp(page: Grey, recognizer: Recognizer): Promise<Grey> {
  const band = fullestBand(page);
  const asItIs = (await recognizer.recognize(page, band)).flat();
  const over = await turn(page, 180);
  const turned = (await recognizer.recognize(over, { ...band, top: page.height - band.top - band.height })).flat();
  return sureLetters(turned) > sureLetters(asItIs) ? over : page;
}

/** How many letters there are that the recogniser is sure of, and how sure. */
const sureLetters = (list: readonly Word[]): number => list.reduce((sum, { text, confidence }) => sum + text.length * Math.max(0, confidence - UPSIDE_DOWN_BELOW), 0);

/** The band of the page with most ink, a few lines high. */
function fullestBand({ width, height, pixels }: Grey): Box {
  const deep = Math.min(height, BAND_HEIGHT);
  let best = { top: 0, ink: -1 };
  for (let top = 0; top + deep <= height; top += deep / 2) {
    let ink = 0;
    for (let place = Math.floor(top) * width; place < (Math.floor(top) + deep) * width; place += 3) if ((pixels[place] ?? 255) < 140) ink += 1;
    if (ink > best.ink) best = { top: Math.floor(top), ink };
  }
  return { left: 0, top: best.top, width, height: deep };
}

interface Attempt {
  readonly boxes: readonly TickBox[];
  readonly lines: readonly RecognizedLine[];
  /** The mean over letters, 0–100. */
  readonly confidence: number;
  /** The share of the page's height of print where no words were found. */
  readonly lost: number;
}

async function readUpright(whole: Grey, recognizer: Recognizer): Promise<Attempt> {
  const boxes = findTickBoxes(whole);
  const page = withoutTickBoxes(whole, boxes);
  const found = (await recognizer.recognize(page)).map(words);
  const confidence = meanConfidence(found.flat());
  if (confidence < UPSIDE_DOWN_BELOW) return { boxes, lines: found, confidence, lost: 1 };
  const again: RecognizedLine[] = [];
  for (const part of lostParts(page, found)) {
    const more = (await recognizer.recognize(page, part)).map((line) => words(line).filter((word) => !found.flat().some((known) => overlap(known, word))));
    again.push(...more.filter((line) => meanConfidence(line) >= UPSIDE_DOWN_BELOW));
  }
  const lines = [...found, ...again].filter((line) => line.length > 0);
  const height = lines.flat().length === 0 ? 1 : new Set(lines.flat().map(({ baseline }) => Math.round(baseline / 20))).size * 20;
  const lost = lostParts(page, lines).reduce((sum, part) => sum + part.height, 0) / height;
  return { boxes, lines, confidence: meanConfidence(lines.flat()), lost };
}

const better = (one: Attempt, other: Attempt): Attempt => (other.confidence > one.confidence ? other : one);

const overlap = (a: Word, b: Word): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A box as a person would type it, on the line that it stands on. */
function tick({ left, top, right, bottom, ticked }: TickBox, lines: readonly RecognizedLine[]): Piece {
  const middle = (top + bottom) / 2;
  const beside = lines.flat().filter((word) => word.top < middle && word.bottom > middle);
  const nearest = beside.sort((a, b) => Math.abs(a.left - right) - Math.abs(b.left - right))[0];
  return { text: ticked ? '[x]' : '[ ]', left, right, baseline: nearest?.baseline ?? bottom, size: nearest ? nearest.bottom - nearest.top : bottom - top };
}

/** Without what is no word: rules taken for strokes, specks taken for marks. */
const words = (line: RecognizedLine): Word[] => line.map((word, place) => (isLoneI(line, place) ? { ...word, text: 'I' } : word)).flatMap((word) => (isWord(word) ? [{ ...word, text: bare(word.text) }] : []));

/** An upright stroke between two words of a sentence is the word "I" (you); rules are gone by now. */
function isLoneI(line: RecognizedLine, place: number): boolean {
  const [before, here, after] = [line[place - 1], line[place], line[place + 1]];
  if (!before || !here || !after || here.text !== '|') return false;
  const near = (here.bottom - here.top) * 1.2;
  return here.left - before.right < near && after.left - here.right < near;
}

function isWord({ text, confidence }: Word): boolean {
  if (!/[\p{L}\p{N}§&$]/u.test(text)) return /^[-–—•·*:+]$/.test(text) && confidence > 60;
  return confidence >= NOISE_BELOW || /[\p{L}\p{N}]{3}/u.test(text);
}

/** Without the remains of a rule at its side. */
const bare = (text: string): string => text.replace(/^["”“'|]+(?=[\p{L}\p{N}][^"”“]*$)/u, '').replace(/\|+$/, '');

function meanConfidence(list: readonly Word[]): number {
  const letters = list.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : list.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

/** The share of letters that stand in words with signs or capitals in their middle, or without a vowel. */
function oddShare(list: readonly Word[]): number {
  const isOdd = (text: string): boolean => {
    const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    return core.length >= 4 && (/\p{Ll}\p{Lu}|\p{L}[^\p{L}\p{M}.,/@’'&:–-]\p{L}/u.test(core) || !/[aeiouyæøåéäöü]/iu.test(core));
  };
  const letters = list.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : list.filter(({ text, confidence }) => isOdd(text) || confidence < 50).reduce((sum, { text }) => sum + text.length, 0) / letters;
}

/** Runs of words of a line; a gap as wide as a letter is high and a half begins a new one (a cell, a column). */
function pieces(line: RecognizedLine): Piece[] {
  const size = Math.max(...line.map(({ top, bottom }) => bottom - top), 1);
  const runs: Piece[] = [];
  for (const { text, left, right, baseline } of line) {
    const run = runs.at(-1);
    if (run && left - run.right < size * 1.3) runs[runs.length - 1] = { ...run, text: `${run.text} ${text}`, right };
    else runs.push({ text, left, right, baseline, size });
  }
  return runs;
}
