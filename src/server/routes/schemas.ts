import type { Server } from 'restify';
import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import type { Log } from '../log';
import { answering } from '../server';

/** `GET /api/schemas/<name>.json`: the shapes that others rely on, as JSON Schema. */
export function mountSchemas(server: Server, { schemas, log }: { schemas: Readonly<Record<string, z.ZodType>>; log: Log }): void {
  server.get('/api/schemas/:file', answering(log, async (request, response) => {
    const { file } = z.object({ file: z.string() }).parse(request.params);
    const name = file.endsWith('.json') ? file.slice(0, -'.json'.length) : '';
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (!schema) throw new AdviserError('not-found', 'There is no such schema.', `There are: ${Object.keys(schemas).join(', ')}.`);
    response.send(200, z.toJSONSchema(schema));
  }));
}
