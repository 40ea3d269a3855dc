import { dirname, join } from 'node:path';
import { createWorker, PSM, type Worker } from 'tesseract.js';
import type { Grey } from './grey';

/** A word that was recognised, with its place in the picture in pixels. */
export interface Word {
  readonly text: string;
  /** 0–100: how sure the recogniser is. */
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the letters of its line stand, at the word's middle. */
  readonly baseline: number;
}

/** Words of one line, as the recogniser put them together. */
export type RecognizedLine = readonly Word[];

/** A part of a picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Recognises Danish print; everything it needs is in the packages, nothing is fetched. */
export class Recognizer {
  private constructor(private readonly worker: Worker) {}

  static async start(): Promise<Recognizer> {
    const data = join(dirname(require.resolve('@tesseract.js-data/dan/package.json')), '4.0.0_best_int');
    const worker = await createWorker('dan', 1, { langPath: data, gzip: true, cacheMethod: 'none' });
    return new Recognizer(worker);
  }

  /** All lines of a page, or of a part of it that is one block of text. */
  async recognize(page: Grey, part?: Box): Promise<RecognizedLine[]> {
    await this.worker.setParameters({ tessedit_pageseg_mode: part ? PSM.SINGLE_BLOCK : PSM.AUTO, user_defined_dpi: '250' });
    const { left: x, top: y } = part ?? { left: 0, top: 0 };
    // Cut out here: the recogniser's own "rectangle" gave nonsense for parts that it reads well when they come alone.
    const { data } = await this.worker.recognize(Buffer.from(asPgm(part ? cutOut(page, part) : page)), {}, { text: false, blocks: true });
    return (data.blocks ?? []).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ lines }) =>
        lines.map(({ words, baseline }) =>
          words.map(({ text, confidence, bbox }) => ({
            text: text.trim(),
            confidence,
            left: bbox.x0 + x,
            right: bbox.x1 + x,
            top: bbox.y0 + y,
            bottom: bbox.y1 + y,
            baseline: heightAt(baseline, (bbox.x0 + bbox.x1) / 2) + y,
          })),
        ),
      ),
    );
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

function heightAt({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }, x: number): number {
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

function cutOut({ width, pixels }: Grey, part: Box): Grey {
  const cut = new Uint8Array(part.width * part.height);
  for (let row = 0; row < part.height; row++) {
    const start = (part.top + row) * width + part.left;
    cut.set(pixels.subarray(start, start + part.width), row * part.width);
  }
  return { width: part.width, height: part.height, pixels: cut };
}

/** The plainest picture format there is: no time goes into packing. */
function asPgm({ width, height, pixels }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
}
