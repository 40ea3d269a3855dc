import { evenLight } from './even-light';
import { findPage } from './find-page';
import type { Grey } from './grey';
import { LIMITS } from './limits';
import { resize, turn } from './picture';
import { straighten } from './straighten';
import { findTilt } from './tilt';
import { withoutRules } from './without-rules';

const LOOK_PIXELS = 600;
const TILT_PIXELS = 1000;
/** A page this wide has letters of the size that the recogniser knows best (A4 at some 250 dpi). */
const GOOD_WIDTH = 2100;
/** Less than this is not worth the blur of turning. */
const LEAST_TILT = 0.15;
/** A page's lines stand this much sharper one way than the other when it lies on its side. */
const ON_ITS_SIDE = 1.6;

/** A page fit to be read. */
export interface PreparedPage {
  readonly page: Grey;
  /** It lay on its side and was turned by a quarter: as likely as not it stands on its head now. */
  readonly turned: boolean;
}

/** A picture of a page made fit to be read: cut out and laid flat, in even light, its lines level, its letters of good size. */
export async function preparePage(picture: Grey): Promise<PreparedPage> {
  const look = LOOK_PIXELS / Math.max(picture.width, picture.height);
  const found = look < 1 ? findPage(await resize(picture, look)) : null;
  const at = ({ x, y }: { x: number; y: number }) => ({ x: (x + 0.5) / look, y: (y + 0.5) / look });
  const page = found ? straighten(picture, [at(found[0]), at(found[1]), at(found[2]), at(found[3])], LIMITS.pixelsRead) : picture;
  const even = evenLight(page);
  const { degrees, sideways } = await howItLies(even);
  const upright = await turn(even, sideways ? 90 : 0);
  const level = await turn(upright, Math.abs(degrees) < LEAST_TILT ? 0 : degrees);
  const most = Math.sqrt(LIMITS.pixelsRead / (level.width * level.height));
  const sized = await resize(level, Math.min(most, Math.max(GOOD_WIDTH / Math.min(level.width, level.height), 0.2)));
  return { page: withoutRules(sized), turned: sideways };
}

async function howItLies(page: Grey): Promise<{ degrees: number; sideways: boolean }> {
  const small = await resize(page, Math.min(1, TILT_PIXELS / Math.max(page.width, page.height)));
  const asItIs = findTilt(small);
  const turned = findTilt(await turn(small, 90));
  const sideways = turned.sharpness > asItIs.sharpness * ON_ITS_SIDE;
  return { degrees: sideways ? turned.degrees : asItIs.degrees, sideways };
}
