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

/** Whether a name is read here as a variable, and not called. */
function standsForValue(node: Node, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.init === node;
    case 'AssignmentExpression':
      return parent.right === node;
    case 'Property':
      return parent.value === node && parent.shorthand !== true;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'SequenceExpression':
    case 'ArrayExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'ReturnStatement':
      return true;
    default:
      return false;
  }
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
      if (node.type === 'CallExpression' && callee && node.optional !== true) guard(callee, node.arguments as Node[]);
      if (node.type === 'Identifier' && node.name === 'eval' && standsForValue(node, parents.at(-1))) edits.wrap(node, `${checks.evaluator}(`, ')');
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

  function guard(callee: Node, [first]: readonly Node[]): void {
    if (callee.type === 'Identifier') {
      if (callee.name !== 'eval') edits.wrap(callee, `${checks.callee}(`, `,${JSON.stringify(callee.name)})`);
      // The call stays a direct one, which sees the variables around it; what it evaluates has to be AM's language too.
      else if (first !== undefined && first.type !== 'SpreadElement') edits.wrap(first, `${checks.evaluated}((`, '))');
      return;
    }
    if (callee.type !== 'MemberExpression' || callee.optional === true || (callee.object as Node).type === 'Super') return;
    const key = keyText(callee, source);
    if (key !== undefined) edits.wrap(callee.object as Node, `${checks.method}((`, `),${key})`);
  }
}
