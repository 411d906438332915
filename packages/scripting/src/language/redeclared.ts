import type { Node } from './types.ts';
import { isFunction, walk } from './walk.ts';

type Kind = 'const' | 'var' | 'function' | 'formal parameter';
interface Declared {
  name: string;
  kind: Kind;
  node: Node;
}

/** Names that a pattern binds, with the identifiers that bind them. */
export function boundBy(pattern: Node): Node[] {
  const found: Node[] = [];
  const visit = (node: Node | null | undefined): void => {
    if (!node) return;
    if (node.type === 'Identifier') found.push(node);
    else if (node.type === 'ObjectPattern') for (const part of node.properties as Node[]) visit((part.value ?? part.argument) as Node);
    else if (node.type === 'ArrayPattern') for (const part of node.elements as Node[]) visit(part);
    else if (node.type === 'AssignmentPattern') visit(node.left as Node);
    else if (node.type === 'RestElement') visit(node.argument as Node);
  };
  visit(pattern);
  return found;
}

export type Declarations = ReadonlyMap<Node, readonly Declared[]>;

/**
 * Every name that each function and the script itself declare, in source order: Rhino's `const` belongs to the function, whatever block it stands in.
 * One walk finds all: a walk for each function would take time by depth and size together.
 */
export function declarationsIn(script: Node): Declarations {
  const all = new Map<Node, Declared[]>();
  const scopes: Declared[][] = [];
  const add = (kind: Kind, nodes: readonly Node[]) => scopes.at(-1)?.push(...nodes.map((node) => ({ name: String(node.name), kind, node })));
  walk(script, {
    enter(node, parents) {
      if (node.type === 'FunctionDeclaration' && node.id) add('function', [node.id as Node]);
      if (isScope(node)) {
        const declared: Declared[] = [];
        all.set(node, declared);
        scopes.push(declared);
      }
      if (isFunction(node)) add('formal parameter', (node.params as Node[]).flatMap(boundBy));
      if (node.type === 'VariableDeclarator') {
        const { kind } = parents.at(-1) as Node;
        if (kind !== 'let') add(kind === 'const' ? 'const' : 'var', boundBy(node.id as Node));
      }
    },
    leave(node) {
      if (isScope(node)) scopes.pop();
    },
  });
  return all;
}

function isScope(node: Node): boolean {
  return node.type === 'Program' || isFunction(node);
}

/**
 * The second declaration of a name that is, or was, a `const` (facts 6.4: "same const name twice in one function"; text measured with Rhino 1.7.14).
 */
export function redeclared(declared: readonly Declared[]): { node: Node; message: string }[] {
  const seen = new Map<string, Kind>();
  const found: { node: Node; message: string }[] = [];
  for (const { name, kind, node } of declared) {
    const before = seen.get(name);
    if (before === undefined) seen.set(name, kind);
    else if (before === 'const' || kind === 'const') found.push({ node, message: `TypeError: redeclaration of ${before} ${name}.` });
  }
  return found;
}
