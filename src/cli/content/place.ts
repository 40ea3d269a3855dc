import { z } from 'zod';
import type { ContentPlace } from '../../content/content-files';

const Environment = z.object({ CONTENT_DIR: z.string().min(1).default('content'), MUNICIPALITY: z.string().min(1).default('ishoj') });

/** The content that the environment names: only what an editor's tools need, so that they run without the server's settings. */
export function contentPlace(environment: NodeJS.ProcessEnv): ContentPlace {
  const { CONTENT_DIR, MUNICIPALITY } = Environment.parse(environment);
  return { folder: CONTENT_DIR, municipality: MUNICIPALITY };
}
