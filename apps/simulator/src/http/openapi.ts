import { problemSchema } from '@tandem/api';
import * as z from 'zod';
import type { ApiRoute, RouteDoc } from './route.ts';

type JsonSchema = Record<string, unknown>;

/** Collects the schemas under `components`, each once. */
class Components {
  readonly schemas: Record<string, JsonSchema> = {};
  private readonly known = new Map<z.ZodType, string>();

  /** A reference to the schema, added under `name` when it is new. `input`: as it is sent, before defaults and transformations. */
  ref(schema: z.ZodType, name: string, io: 'input' | 'output'): JsonSchema {
    const taken = this.known.get(schema);
    if (taken) return { $ref: `#/components/schemas/${taken}` };
    this.known.set(schema, name);
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    // A schema's own definitions (recursive JSON values) would point to the root of the whole document.
    const moved = (text: string) =>
      text.replaceAll('"$ref":"#/$defs/', `"$ref":"#/components/schemas/${name}.`).replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${name}"`);
    this.schemas[name] = JSON.parse(moved(JSON.stringify(root))) as JsonSchema;
    for (const [id, definition] of Object.entries($defs)) this.schemas[`${name}.${id}`] = JSON.parse(moved(JSON.stringify(definition))) as JsonSchema;
    return { $ref: `#/components/schemas/${name}` };
  }
}

/** The OpenAPI 3.1 description of the routes below `/api`. */
export function describeApi(routes: readonly ApiRoute[], version: string): JsonSchema {
  const components = new Components();
  components.ref(problemSchema, 'Problem', 'output');
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const { doc } of routes) {
    const path = `/api${doc.path}`;
    paths[path] = { ...paths[path], [doc.method]: operation(doc, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tandem',
      version,
      description:
        'Journeys as documents, import and export, simulations. Calls that change something need `Content-Type: application/json` and, from a browser, the same origin.',
    },
    paths,
    components: { schemas: components.schemas },
  };
}

function operation(doc: RouteDoc, components: Components): JsonSchema {
  const id = operationId(doc);
  const { answer } = doc;
  const content =
    answer.schema || answer.contentType
      ? {
          content: {
            [answer.contentType ?? 'application/json']: { schema: answer.schema ? components.ref(answer.schema, `${id}Answer`, 'output') : {} },
          },
        }
      : {};
  return {
    operationId: id,
    summary: doc.summary,
    ...(doc.description ? { description: doc.description } : {}),
    tags: [doc.tag],
    parameters: [...pathParameters(doc.path), ...queryParameters(doc.query)],
    ...requestBody(doc, id, components),
    responses: {
      [answer.status]: { description: answer.description, ...content },
      ...Object.fromEntries(
        Object.entries(doc.problems ?? {}).map(([status, { description, schema }]) => [
          status,
          problem(description, components, schema, `${id}${status}`),
        ]),
      ),
      default: problem('What was wrong, where, and what would be right.', components),
    },
  };
}

/** `put /realms/{realm}/journeys/{id}` is `putRealmsRealmJourneysId`. */
function operationId({ method, path }: RouteDoc): string {
  return (
    method +
    path
      .split(/[^A-Za-z0-9]+/)
      .filter(Boolean)
      .map((word) => word[0]?.toUpperCase() + word.slice(1))
      .join('')
  );
}

function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters(query: z.ZodObject | undefined): JsonSchema[] {
  if (!query) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema: schema as JsonSchema }));
}

function requestBody({ body }: RouteDoc, id: string, components: Components): JsonSchema {
  if (!body) return {};
  const schema = body.schema ? components.ref(body.schema, `${id}Body`, 'input') : {};
  const description = body.text ? { description: `${body.text.description} At most ${body.text.limit} bytes.` } : {};
  return { requestBody: { required: true, ...description, content: { 'application/json': { schema } } } };
}

function problem(description: string, components: Components, schema: z.ZodType = problemSchema, name = 'Problem'): JsonSchema {
  return { description, content: { 'application/problem+json': { schema: components.ref(schema, name, 'output') } } };
}
