import sharp from 'sharp';
import { documentFault } from './document-fault';
import type { Grey } from './grey';
import { LIMITS } from './limits';

// One picture after the other: threads and kept pictures would only cost memory.
sharp.concurrency(1);
sharp.cache(false);

/** Opens a JPEG or PNG, turned as the camera says (EXIF), in grey, scaled down to what is read at most. @throws AdviserError `document-broken`, `document-too-large` */
export async function openPicture(bytes: Uint8Array): Promise<Grey> {
  const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => Promise.reject(documentFault('document-broken', cause)));
  if (width * height > LIMITS.pixels) throw documentFault('document-too-large');
  // Its pages cut off below, a picture would be half a letter that looks like a whole one.
  const image = sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'truncated', sequentialRead: true }).autoOrient().flatten({ background: 'white' }).greyscale();
  const scale = Math.min(1, Math.sqrt(LIMITS.pixelsRead / (autoOrient.width * autoOrient.height)));
  const { data, info } = await image
    .resize(Math.max(1, Math.floor(autoOrient.width * scale)), Math.max(1, Math.floor(autoOrient.height * scale)), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => Promise.reject(documentFault('document-broken', cause)));
  return grey(data, info);
}

/** The picture at another size; `scale` 1 leaves it as it is. */
export async function resize(picture: Grey, scale: number): Promise<Grey> {
  if (scale === 1) return picture;
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const { data, info } = await raw(picture).resize(width, height, { fit: 'fill', kernel: scale > 1 ? 'cubic' : 'lanczos3' }).greyscale().raw().toBuffer({ resolveWithObject: true });
  return grey(data, info);
}

/** Turned clockwise; what comes in at the corners is paper. */
export async function turn(picture: Grey, degrees: number): Promise<Grey> {
  if (degrees === 0) return picture;
  const { data, info } = await raw(picture).rotate(degrees, { background: 'white' }).greyscale().raw().toBuffer({ resolveWithObject: true });
  return grey(data, info);
}

/** The picture as a PNG file. */
export const asPng = (picture: Grey): Promise<Buffer> => raw(picture).png({ compressionLevel: 1 }).toBuffer();

const raw = ({ width, height, pixels }: Grey) => sharp(pixels, { raw: { width, height, channels: 1 } });

function grey(data: Buffer, { width, height, channels }: { width: number; height: number; channels: number }): Grey {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return { width, height, pixels: channels === 1 ? bytes : bytes.filter((_, place) => place % channels === 0) };
}
