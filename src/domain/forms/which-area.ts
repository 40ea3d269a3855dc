import { z } from 'zod';
import type { Answers } from './form';

/** None of the areas that were offered. */
export const NO_AREA = 'none';

const Areas = z.array(z.string());

/** The rows of appeals.yaml between which she is to choose, and that it is none of them; empty where there is nothing to ask. */
export function whichOf({ areas }: Answers): readonly string[] {
  const rows = Areas.safeParse(areas).data ?? [];
  return rows.length === 0 ? [] : [...rows, NO_AREA];
}
