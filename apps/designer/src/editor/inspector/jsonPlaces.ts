import type { JsonObject } from '@tandem/journey';
import { type ConfigFields, validateConfig } from '@tandem/nodes';

/** What is wrong, or worth a look, in a text that is JSON or was to become it. */
export interface JsonIssue {
  /** Counted from 1. */
  line: number;
  column: number;
  text: string;
}

/** Line and column of a place in a text, counted from 1. */
function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Where the text stops being JSON, by what the engine says: "at position 23"; at its end, where it says nothing. */
export function syntaxIssue(text: string, message: string): JsonIssue {
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const what = message.replace(/ in JSON at position.*$| \(line \d+.*$/, '').replace(/^JSON\.parse: /, '');
  return { ...lineAt(text, offset), text: /end of JSON|end of data/i.test(message) ? 'The text ends before the JSON does.' : `${what}.` };
}

/** Offsets of the names of an object's own properties in its text. */
function namesIn(text: string): Map<string, number> {
  const names = new Map<string, number>();
  let depth = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    const [token, colon] = match;
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (colon !== undefined && depth === 1) names.set(JSON.parse(token.slice(0, -colon.length)) as string, match.index);
  }
  return names;
}

/**
 * What a node's settings are not as its type wants them, each at the line of its property; of what is missing, the first line.
 *
 * @param known the fields are all that the type has, so that others are worth a word
 */
export function schemaIssues(text: string, config: JsonObject, fields: ConfigFields, known: boolean): JsonIssue[] {
  const names = namesIn(text);
  const at = (property: string) => lineAt(text, names.get(property) ?? 0);
  const wrong = validateConfig(fields, config).map(({ field, message }) => {
    const label = fields[field]?.label ?? field;
    return { ...at(field), text: `${field}: ${message.startsWith(label) ? message : `${message.replace(/\.$/, '')}, as ${label}.`}` };
  });
  const strange = known ? Object.keys(config).filter((property) => fields[property] === undefined) : [];
  const others = strange.map((property) => ({ ...at(property), text: `${property} is no setting of this type. It is kept.` }));
  return [...wrong, ...others].sort((a, b) => a.line - b.line);
}
