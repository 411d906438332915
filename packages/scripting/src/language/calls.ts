import { checks } from './checks.ts';
import type { Edits } from './edits.ts';
import type { Node } from './types.ts';
import { walk } from './walk.ts';

/** A key that can be written twice without doing anything twice. */
function keyText(node: Node, source: string): string | undefined {
  const property = node.property as Node;
  if (node.computed !== true) return property.type === 'Identifier' ? JSON.stringify(property.name) : undefined;
  return property.type === 'Identifier' || property.type === 'Literal' ? source.slice(property.start, property.end) : undefined;
}

/**
 * Puts a check before calls, so that one that goes wrong fails in Rhino's words, which name function and value; QuickJS says "not a function".
 * A caught error passes through one too. Lines stay where they are.
 */
export function guardCalls(ast: Node, source: string, edits: Edits): void {
  walk(ast, {
    enter(node, parents) {
      if (node.type === 'MemberExpression') index(node, parents.at(-1));
      const callee = node.callee as Node | undefined;
      if (node.type === 'NewExpression' && callee) edits.wrap(callee, `(${checks.made}((`, ')))');
      if (node.type === 'CallExpression' && callee && node.optional !== true) guard(callee);
      if (node.type === 'CatchClause' && (node.param as Node | null)?.type === 'Identifier')
        edits.insert((node.body as Node).start + 1, `${checks.caught}(${(node.param as Node).name});`);
    },
  });

  /** QuickJS does not name the position that was read: `list[0]` of undefined. */
  function index(node: Node, parent: Node | undefined): void {
    const read = parent?.callee !== node && parent?.left !== node && parent?.type !== 'UpdateExpression' && parent?.type !== 'UnaryExpression';
    const property = node.property as Node;
    if (node.computed === true && node.optional !== true && property.type === 'Literal' && read && (node.object as Node).type !== 'Super')
      edits.wrap(node.object as Node, `${checks.read}((`, `),${source.slice(property.start, property.end)})`);
  }

  function guard(callee: Node): void {
    if (callee.type === 'Identifier') {
      if (callee.name !== 'eval') edits.wrap(callee, `${checks.callee}(`, `,${JSON.stringify(callee.name)})`);
      return;
    }
    if (callee.type !== 'MemberExpression' || callee.optional === true || (callee.object as Node).type === 'Super') return;
    const key = keyText(callee, source);
    if (key !== undefined) edits.wrap(callee.object as Node, `${checks.method}((`, `),${key})`);
  }
}
