import type { Server } from 'restify';
import { z } from 'zod';
import { HandoffCase } from '../../domain/cases/handoff-case';
import { CaseList, Fault, StatusChange } from '../api-schemas';

const SCHEMAS = { HandoffCase, CaseList, StatusChange, Fault };
type SchemaName = keyof typeof SCHEMAS;

const content = (name: SchemaName) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const answer = (description: string, name?: SchemaName) => ({ description, ...(name === undefined ? {} : { content: content(name) }) });
const FAULTS = { 400: answer('The request is not as it should be', 'Fault'), 401: answer('No token that is known', 'Fault'), 403: answer('The token has not the scope', 'Fault') };
const REFERENCE = { name: 'reference', in: 'path', required: true, schema: { type: 'string', pattern: String.raw`^BR-\d{4}-[2-9A-HJKMNP-Z]{6}$` } };
const day = (name: string) => ({ name, in: 'query', required: true, schema: { type: 'string', format: 'date' } });

/** The description of the API, made of the same schemas that check it. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Vejviser', version: '1', description: 'The adviser\'s cases for other programs. Tokens are made at the desk, each with its scopes.' },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [name, withoutDialect(z.toJSONSchema(schema, { io: name === 'StatusChange' ? 'input' : 'output' }))])),
    },
    security: [{ token: [] }],
    paths: {
      '/api/cases': { get: { summary: 'All cases, newest first (scope cases:read)', responses: { 200: answer('The cases without their conversations', 'CaseList'), ...FAULTS } } },
      '/api/cases/{reference}': { get: { summary: 'One case (scope cases:read)', parameters: [REFERENCE], responses: { 200: answer('The case; its version in the header x-case-version', 'HandoffCase'), ...FAULTS, 404: answer('There is no such case', 'Fault') } } },
      '/api/cases/{reference}/status': {
        post: { summary: 'Change the status (scope cases:status)', parameters: [REFERENCE], requestBody: { required: true, content: content('StatusChange') }, responses: { 200: answer('Reference, status and version after the change'), ...FAULTS, 404: answer('There is no such case', 'Fault'), 409: answer('The case was changed meanwhile', 'Fault') } },
      },
      '/api/report': { get: { summary: 'The annual report of a period (scope report:read)', parameters: [day('from'), day('to')], responses: { 200: answer('Counts; null where a number is too small to be shown'), ...FAULTS } } },
      '/api/openapi.json': { get: { summary: 'This description', security: [], responses: { 200: answer('OpenAPI 3.1') } } },
    },
  };
}

/** The document says its dialect once, for all of its schemas. */
function withoutDialect(schema: Readonly<Record<string, unknown>>): object {
  const { $schema: _dialect, ...rest } = schema;
  return rest;
}

/** `GET /api/openapi.json`. */
export function mountOpenApi(server: Server): void {
  const document = openApi();
  server.get('/api/openapi.json', async (_request, response) => {
    response.header('cache-control', 'no-cache');
    response.send(200, document);
  });
}
