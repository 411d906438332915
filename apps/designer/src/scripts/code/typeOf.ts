import type { syntaxTree } from '@codemirror/language';
import type { Text } from '@codemirror/state';
import type { Binding, BindingSet, Member } from '@tandem/scripting/bindings';

export type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** The table of bindings; a chunk of its own, loaded when the first name is asked for. */
export type Table = typeof import('@tandem/scripting/bindings');
let loading: Promise<Table> | undefined;
export function loadTable(): Promise<Table> {
  loading ??= import('@tandem/scripting/bindings');
  return loading;
}

interface Place {
  table: Table;
  set: BindingSet;
  doc: Text;
}

const DEEPEST = 20;
const textOf = (doc: Text, node: SyntaxNode) => doc.sliceString(node.from, node.to);

/**
 * Type of an expression in the table of bindings, as far as its text tells: bindings, their members, what methods give, and variables that are
 * declared with one of these. Undefined: something else.
 */
export function typeOf(node: SyntaxNode | null, place: Place, depth = 0): string | undefined {
  if (node === null || depth > DEEPEST) return undefined;
  switch (node.name) {
    case 'VariableName': {
      const name = textOf(place.doc, node);
      return bindingNamed(place, name)?.type ?? typeOf(initializerOf(node, name, place.doc), place, depth + 1);
    }
    case 'MemberExpression':
      return memberAt(node, place, depth)?.gives;
    case 'CallExpression': {
      const callee = node.firstChild;
      return callee?.name === 'MemberExpression' ? memberAt(callee, place, depth)?.gives : undefined;
    }
    case 'ParenthesizedExpression':
      return typeOf(node.firstChild?.nextSibling ?? null, place, depth + 1);
    default:
      return undefined;
  }
}

export function bindingNamed({ table, set }: Place, name: string): Binding | undefined {
  return table.bindingsOf(set).given.find((binding) => binding.name === name);
}

/** The member that a `MemberExpression` names. */
export function memberAt(node: SyntaxNode, place: Place, depth = 0): Member | undefined {
  const property = node.lastChild;
  const type = typeOf(node.firstChild, place, depth + 1);
  if (type === undefined || property?.name !== 'PropertyName') return undefined;
  const name = textOf(place.doc, property);
  return place.table.membersOf(type).find((member) => place.table.memberName(member) === name);
}

/** What the variable was declared with last before a place. */
function initializerOf(use: SyntaxNode, name: string, doc: Text): SyntaxNode | null {
  let root = use;
  while (root.parent) root = root.parent;
  let found = null as SyntaxNode | null;
  root.cursor().iterate((ref) => {
    if (ref.from >= use.from) return false;
    if (ref.name !== 'VariableDefinition' || doc.sliceString(ref.from, ref.to) !== name) return undefined;
    const equals = ref.node.nextSibling;
    if (equals?.name === 'Equals' && equals.nextSibling && equals.nextSibling.to <= use.from) found = equals.nextSibling;
    return undefined;
  });
  return found;
}
