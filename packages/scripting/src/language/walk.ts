import type { Node } from './types.ts';

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** The nodes right below one, in source order. */
function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children.sort((a, b) => a.start - b.start);
}

export interface Visitor {
  enter?(node: Node, parents: readonly Node[]): void;
  leave?(node: Node, parents: readonly Node[]): void;
}

/** Visits every node; `parents` ends with the nearest one. No recursion limit of its own: acorn's parser meets the stack's first. */
export function walk(root: Node, { enter, leave }: Visitor): void {
  const parents: Node[] = [];
  const visit = (node: Node): void => {
    enter?.(node, parents);
    parents.push(node);
    for (const child of childrenOf(node)) visit(child);
    parents.pop();
    leave?.(node, parents);
  };
  visit(root);
}

/** Functions hold the scope of `var`, and of Rhino's `const`. */
export function isFunction(node: Node): boolean {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement']);
export function isLoop(node: Node): boolean {
  return LOOPS.has(node.type);
}
