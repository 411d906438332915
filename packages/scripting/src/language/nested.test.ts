import { expect, test } from 'vitest';
import { parseScript, refusedIn } from './check.ts';
import { rewriteConstants } from './constants.ts';
import { createEdits } from './edits.ts';
import type { Node } from './types.ts';
import { walk } from './walk.ts';

/** How often a check of the innermost of nested functions looks at it. */
function looks(depth: number, check: (ast: Node, source: string) => void): number {
  const source = `${'function f(a) { var x = 1; '.repeat(depth)}${'}'.repeat(depth)}`;
  const parsed = parseScript(source);
  if ('issue' in parsed) throw new Error(parsed.issue.message);
  const declarations: Node[] = [];
  walk(parsed.ast, { enter: (node) => void (node.type === 'VariableDeclaration' && declarations.push(node)) });
  const innermost = declarations.at(-1);
  if (!innermost) throw new Error('Nothing is declared.');
  const { type } = innermost;
  let count = 0;
  const get = () => {
    count += 1;
    return type;
  };
  Object.defineProperty(innermost, 'type', { enumerable: true, get });
  check(parsed.ast, source);
  return count;
}

test.each<[string, (ast: Node, source: string) => void]>([
  ['what AM refuses', (ast, source) => refusedIn(ast, source, 'aic')],
  ['constants', (ast) => rewriteConstants(ast, createEdits(), false)],
])('looking for %s takes no longer for a function that stands deeper', (_, check) => {
  expect(looks(5, check)).toBeGreaterThan(0);
  expect(looks(50, check)).toBe(looks(5, check));
});
