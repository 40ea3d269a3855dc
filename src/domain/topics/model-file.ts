import { z } from 'zod';
import { AdviserError } from '../adviser-error';
import { dictionaryFrom } from './dictionary';
import { RARITY_STEPS } from './train-dictionary';
import { Topic } from './topic';
import type { TopicModel } from './topic-model';

const REMEDY = 'Run "npm run train" and commit the model it writes.';
/** Hashes have 24 bits, so has the gap between two; in a model of full size the third byte is nought and packs to nothing. */
const GAP_BYTES = 3;
const share = z.number().min(0).max(1);
/** Bytes in base64. They are decoded by a plain loop: the model must be there within a tenth of a second. */
const base64 = z.string().transform((text, context) => {
  let decoded: string;
  try {
    decoded = atob(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not base64' });
    return z.NEVER;
  }
  const bytes = new Uint8Array(decoded.length);
  for (let at = 0; at < decoded.length; at += 1) bytes[at] = decoded.charCodeAt(at);
  return bytes;
});

/** The committed model. Numbers stand as bytes in base64: hashes as gaps of 24 bits, low byte first. */
const ModelFile = z.strictObject({
  format: z.literal(3),
  phrases: z.string().regex(/^[0-9a-f]{64}$/),
  topics: z.array(Topic),
  temperature: z.number().positive(),
  thresholds: z.strictObject({ sure: share, likely: share }),
  danger: z.strictObject({ slope: z.number(), calm: z.number(), offset: z.number(), sure: share, suspected: share }),
  unseen: z.strictObject({ accuracy: share, macroF1: share, dangerSeen: share, falseAlarms: share }),
  stepSize: z.array(z.number().positive()),
  gaps: base64,
  rarity: base64,
  steps: base64,
});

/** The model as JSON that `readModel` gives back the same. */
export function writeModel({ linear, ...model }: TopicModel): string {
  const { hashes, rarity } = linear.dictionary;
  const gaps = new Uint8Array(hashes.length * GAP_BYTES);
  hashes.forEach((hash, at) => {
    const gap = hash - (hashes[at - 1] ?? 0);
    gaps.set([gap & 0xff, (gap >> 8) & 0xff, gap >> 16], at * GAP_BYTES);
  });
  return JSON.stringify({
    format: 3,
    ...model,
    stepSize: linear.stepSize,
    gaps: inBase64(gaps),
    rarity: inBase64(Uint8Array.from(rarity, (value) => Math.round(value * RARITY_STEPS))),
    steps: inBase64(new Uint8Array(linear.steps.buffer)),
  });
}

/**
 * Reads what `writeModel` wrote.
 *
 * @throws AdviserError `model-invalid` when it is not such a model, or its parts do not fit each other
 */
export function readModel(json: string): TopicModel {
  const parsed = ModelFile.safeParse(parse(json));
  if (!parsed.success) throw new AdviserError('model-invalid', `The topic model is not one: ${z.prettifyError(parsed.error)}.`, REMEDY);
  const { format: _, stepSize, gaps, rarity, steps, ...model } = parsed.data;
  const features = rarity.length;
  if (gaps.length !== features * GAP_BYTES || steps.length !== features * stepSize.length || stepSize.length !== model.topics.length + 1) {
    throw new AdviserError('model-invalid', 'The parts of the topic model do not fit each other.', REMEDY);
  }
  const hashes = new Int32Array(features);
  for (let at = 0; at < features; at += 1) {
    const start = at * GAP_BYTES;
    const [low = 0, middle = 0, high = 0] = [gaps[start], gaps[start + 1], gaps[start + 2]];
    hashes[at] = (hashes[at - 1] ?? 0) + low + middle * 0x100 + high * 0x10000;
  }
  const dictionary = dictionaryFrom(hashes, Float64Array.from(rarity, (value) => value / RARITY_STEPS));
  return { ...model, linear: { dictionary, rows: stepSize.length, steps: new Int8Array(steps.buffer), stepSize } };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AdviserError('model-invalid', 'The topic model is not JSON.', REMEDY, { cause });
  }
}

function inBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
