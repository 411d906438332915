import type { OpenApi } from '@tandem/api';
import type { Operation } from './describe.ts';

type Schemas = OpenApi['components']['schemas'];

/** What stands in a command for what the person fills in: "JOURNEY_ID". */
const placeholder = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

/**
 * An operation as a command for a shell: what it needs and nothing else.
 * @param cookies whether a sign-in's cookies go along, from the file `cookies.txt`
 */
export function curlOf({ method, path, parameters, requestBody }: Operation, origin: string, schemas: Schemas, cookies: boolean): string {
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.required).map(({ name }) => `${name}=${placeholder(name)}`);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => (name === 'realm' ? 'alpha' : placeholder(name)));
  const body = requestBody?.content['application/json']?.schema;
  const parts = [
    `curl${method === 'GET' ? '' : ` -X ${method}`}${cookies ? ' -b cookies.txt' : ''} ${quoted(`${origin}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`)}`,
    ...(method === 'GET' || (method === 'DELETE' && body === undefined) ? [] : [`-H 'content-type: application/json'`]),
    ...(body === undefined ? [] : [`-d ${quoted(JSON.stringify(exampleOf(body, schemas, 0)))}`]),
  ];
  return parts.join(' \\\n  ');
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The least that a schema takes. */
function exampleOf(schema: Readonly<Record<string, unknown>>, schemas: Schemas, depth: number): unknown {
  const { $ref, anyOf, oneOf, type, properties, required } = schema;
  if (typeof $ref === 'string') return depth > 6 ? {} : exampleOf(schemas[$ref.replace('#/components/schemas/', '')] ?? {}, schemas, depth + 1);
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const [first] = [anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list : [])) as Record<string, unknown>[];
  if (first) return exampleOf(first, schemas, depth + 1);
  if (type === 'string') return 'TEXT';
  if (type === 'number' || type === 'integer') return 0;
  if (type === 'boolean') return true;
  if (type === 'array') return [];
  const fields = (properties ?? {}) as Record<string, Record<string, unknown>>;
  const needed = Array.isArray(required) ? required.map(String) : [];
  return Object.fromEntries(needed.flatMap((name) => (fields[name] ? [[name, exampleOf(fields[name], schemas, depth + 1)]] : [])));
}
