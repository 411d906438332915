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

/** Every name that a function (or the script) declares, in source order: Rhino's `const` belongs to the function, whatever block it stands in. */
export function declarationsOf(scope: Node): Declared[] {
  const declared: Declared[] = [];
  const add = (kind: Kind, nodes: readonly Node[]) => declared.push(...nodes.map((node) => ({ name: String(node.name), kind, node })));
  if (isFunction(scope)) add('formal parameter', (scope.params as Node[]).flatMap(boundBy));
  let inner = 0;
  walk(scope, {
    enter(node, parents) {
      if (node !== scope && isFunction(node)) {
        if (inner === 0 && node.type === 'FunctionDeclaration' && node.id) add('function', [node.id as Node]);
        inner += 1;
      }
      if (inner === 0 && node.type === 'VariableDeclarator') {
        const { kind } = parents.at(-1) as Node;
        if (kind !== 'let') add(kind === 'const' ? 'const' : 'var', boundBy(node.id as Node));
      }
    },
    leave(node) {
      if (node !== scope && isFunction(node)) inner -= 1;
    },
  });
  return declared;
}

/**
 * The second declaration of a name that is, or was, a `const` (facts 6.4: "same const name twice in one function"; text measured with Rhino 1.7.14).
 */
export function redeclared(scope: Node): { node: Node; message: string }[] {
  const seen = new Map<string, Kind>();
  const found: { node: Node; message: string }[] = [];
  for (const { name, kind, node } of declarationsOf(scope)) {
    const before = seen.get(name);
    if (before === undefined) seen.set(name, kind);
    else if (before === 'const' || kind === 'const') found.push({ node, message: `TypeError: redeclaration of ${before} ${name}.` });
  }
  return found;
}
