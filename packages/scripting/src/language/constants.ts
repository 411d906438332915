import type { Edits } from './edits.ts';
import { boundBy, declarationsIn } from './redeclared.ts';
import type { Node } from './types.ts';
import { isFunction, isLoop, walk } from './walk.ts';

/**
 * Rhino's `const` (facts 6.4): it belongs to its function, its first value stays - the initializer in a loop is evaluated each time, but counts
 * once -, writing to it is ignored without an error. At the top of a script AM loses the value: it reads back `undefined`. A library script is a
 * function, so there it works.
 */
export function rewriteConstants(ast: Node, edits: Edits, library: boolean): void {
  const constants = new Map<Node, Set<string>>();
  const others = new Map<Node, Set<string>>();
  for (const [scope, all] of declarationsIn(ast)) {
    const names = (isConst: boolean) => new Set(all.filter(({ kind }) => (kind === 'const') === isConst).map(({ name }) => name));
    constants.set(scope, names(true));
    others.set(scope, names(false));
    if (scope.type === 'FunctionExpression' && scope.id) others.get(scope)?.add(String((scope.id as Node).name));
  }

  function isConstant(name: string, parents: readonly Node[]): boolean {
    for (let i = parents.length - 1; i >= 0; i--) {
      const scope = parents[i] as Node;
      if (scope.type === 'CatchClause' && scope.param && boundBy(scope.param as Node).some((bound) => bound.name === name)) return false;
      if (constants.get(scope)?.has(name)) return library || isFunction(scope);
      if (others.get(scope)?.has(name)) return false;
    }
    return false;
  }

  walk(ast, {
    enter(node, parents) {
      if (node.type === 'VariableDeclaration' && node.kind === 'const') declaration(node, parents);
      if (node.type === 'AssignmentExpression') assignment(node, parents);
      if (node.type === 'UpdateExpression') update(node, parents);
    },
  });

  function declaration(node: Node, parents: readonly Node[]): void {
    const home = parents.findLastIndex((parent) => isFunction(parent));
    const lost = home < 0 && !library;
    const looped = parents.slice(home + 1).some(isLoop);
    edits.replace(node.start, node.start + 'const'.length, 'var');
    for (const { id, init } of node.declarations as (Node & { id: Node; init: Node | null })[]) {
      if (init === null || id.type !== 'Identifier') continue;
      const name = String(id.name);
      if (lost) edits.wrap(init, 'void(', ')');
      else if (looped) {
        edits.insert(id.start, `${name}$value,${name}$set,`);
        edits.wrap(init, `(${name}$value=(`, `),${name}$set?${name}:(${name}$set=1,${name}$value))`);
      }
    }
  }

  function assignment(node: Node, parents: readonly Node[]): void {
    const left = node.left as Node;
    if (left.type !== 'Identifier' || !isConstant(String(left.name), parents)) return;
    const operator = String(node.operator);
    const kept = operator === '=' ? '' : `${left.name}${operator.slice(0, -1)}`;
    edits.replace(left.start, (node.right as Node).start, '');
    edits.wrap(node.right as Node, `(${kept}(`, '))');
  }

  function update(node: Node, parents: readonly Node[]): void {
    const { name, type } = node.argument as Node;
    if (type !== 'Identifier' || !isConstant(String(name), parents)) return;
    edits.replace(node.start, node.end, node.prefix === true ? `(${name}${String(node.operator)[0]}1)` : `(+${name})`);
  }
}
