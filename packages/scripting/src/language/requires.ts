import { parseScript } from './check.ts';
import type { Node } from './types.ts';
import { walk } from './walk.ts';

/** `require("name")` with the name written out. */
export interface RequireCall {
  call: Node;
  /** The name as it is written, quotes included. */
  literal: Node;
  name: string;
  parents: readonly Node[];
}

/** The libraries that a script requires by a name that stands in its text. One that it computes cannot be seen. */
export function requireCalls(ast: Node): RequireCall[] {
  const found: RequireCall[] = [];
  walk(ast, {
    enter(call, parents) {
      const callee = call.callee as Node | undefined;
      const [literal] = (call.arguments as Node[] | undefined) ?? [];
      if (call.type !== 'CallExpression' || callee?.type !== 'Identifier' || callee.name !== 'require') return;
      if (literal?.type !== 'Literal' || typeof literal.value !== 'string') return;
      found.push({ call, literal, name: literal.value, parents: [...parents] });
    },
  });
  return found;
}

/** The script with a library under another name wherever it requires it; all else stays to the character. */
export function renameRequired(source: string, from: string, to: string): string {
  if (!source.includes('require')) return source;
  const parsed = parseScript(source);
  if ('issue' in parsed) return source;
  const calls = requireCalls(parsed.ast).filter(({ name }) => name === from);
  return calls.reduceRight((text, { literal: { start, end } }) => text.slice(0, start) + quoted(to, text.charAt(start)) + text.slice(end), source);
}

function quoted(name: string, quote: string): string {
  const inner = JSON.stringify(name).slice(1, -1);
  return quote === '"' ? `"${inner}"` : `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
