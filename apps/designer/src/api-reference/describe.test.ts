import type { OpenApi } from '@tandem/api';
import { expect, test } from 'vitest';
import { curlOf } from './curl.ts';
import { isFound, type Operation, operationsOf, typeText } from './describe.ts';

const operation: Operation = {
  operationId: 'putThing',
  method: 'PUT',
  path: '/api/realms/{realm}/things/{thingId}',
  summary: "Saves the realm's thing",
  tags: ['Things'],
  parameters: [
    { name: 'realm', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'thingId', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'as', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'dryRun', in: 'query', required: false, schema: { enum: ['true', 'false'] } },
  ],
  requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
  responses: { 200: { description: 'Saved.', content: {} } },
};
const schemas: OpenApi['components']['schemas'] = {
  Thing: {
    type: 'object',
    required: ['name', 'kind'],
    properties: {
      name: { type: 'string', description: 'As people say it.' },
      kind: { enum: ["it's", 'other'] },
      tags: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
      inner: { $ref: '#/components/schemas/Thing' },
    },
  },
};

test('operations are listed by what they are about, and found by any words', () => {
  const { method: _, path, ...described } = operation;
  expect(operationsOf({ paths: { [path]: { put: described } }, components: { schemas } })).toEqual(new Map([['Things', [operation]]]));
  expect(['put things', 'SAVES', '{thingId}', ''].map((search) => isFound(operation, search))).toEqual([true, true, true, true]);
  expect(isFound(operation, 'put nothing')).toBe(false);
});

test('a schema is written as a type, and one that holds itself ends', () => {
  const text = typeText({ $ref: '#/components/schemas/Thing' }, schemas);
  expect(text).toContain('name: string; // As people say it.');
  expect(text).toContain(`kind: "it's" | "other";`);
  expect(text).toContain('tags?: (string | number)[];');
  expect(text).toMatch(/inner\?: (\{ … \}|Thing);/);
  expect(typeText({ type: 'object', additionalProperties: { type: 'number' } }, {})).toBe('Record<string, number>');
});

test('a command has what the call needs, quoted for a shell', () => {
  expect(curlOf(operation, 'http://localhost:8080', schemas, false)).toBe(
    [
      `curl -X PUT 'http://localhost:8080/api/realms/alpha/things/THING_ID?as=AS'`,
      `-H 'content-type: application/json'`,
      `-d '{"name":"TEXT","kind":"it'\\''s"}'`,
    ].join(' \\\n  '),
  );
  expect(curlOf(operation, '', schemas, true)).toContain('curl -X PUT -b cookies.txt ');
});
