import type { Node } from './types.ts';
import { walk } from './walk.ts';

/** What an expression of a script can be, as far as its text tells: a text, a property of the custom node (`properties.name`), or anything (null). */
export type ScriptValue = { text: string } | { property: string } | null;

const MOST_STEPS = 20;

/** Names of a script that are given a value once and for all. */
export function constantsIn(ast: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const twice = new Set<string>();
  const note = (name: string, value: Node | null | undefined) => {
    if (found.has(name) || !value) twice.add(name);
    else found.set(name, value);
  };
  walk(ast, {
    enter(node) {
      if (node.type === 'VariableDeclarator' && (node.id as Node).type === 'Identifier' && node.init)
        note(String((node.id as Node).name), node.init as Node);
      if (node.type === 'AssignmentExpression' && (node.left as Node).type === 'Identifier')
        note(String((node.left as Node).name), node.operator === '=' ? (node.right as Node) : null);
      if (node.type === 'UpdateExpression' && (node.argument as Node).type === 'Identifier') twice.add(String((node.argument as Node).name));
      for (const parameter of (node.params as Node[] | undefined) ?? []) if (parameter?.type === 'Identifier') twice.add(String(parameter.name));
    },
  });
  for (const name of twice) found.delete(name);
  return found;
}

/** Every value that an expression can have; `null` among them: one that only a run knows. */
export function valuesOf(node: Node | null | undefined, constants: ReadonlyMap<string, Node>, steps = 0): ScriptValue[] {
  if (!node || steps > MOST_STEPS) return [null];
  const of = (next: unknown) => valuesOf(next as Node, constants, steps + 1);
  switch (node.type) {
    case 'Literal':
      return [typeof node.value === 'string' ? { text: node.value } : null];
    case 'TemplateLiteral': {
      const [only, ...more] = node.quasis as (Node & { value: { cooked: string } })[];
      return [more.length === 0 && only ? { text: only.value.cooked } : null];
    }
    case 'Identifier': {
      const constant = constants.get(String(node.name));
      return constant ? of(constant) : [null];
    }
    case 'ConditionalExpression':
      return [...of(node.consequent), ...of(node.alternate)];
    case 'LogicalExpression':
      return [...of(node.left), ...of(node.right)];
    case 'BinaryExpression':
      return [joined(node, of)];
    case 'MemberExpression':
      return [member(node, constants, of)];
    default:
      return [null];
  }
}

function joined(node: Node, of: (next: unknown) => ScriptValue[]): ScriptValue {
  const [left, right] = [of(node.left), of(node.right)];
  const [a, b] = [left[0], right[0]];
  const known = node.operator === '+' && left.length === 1 && right.length === 1 && a && b && 'text' in a && 'text' in b;
  return known ? { text: a.text + b.text } : null;
}

/** `properties.name`, or a text in an object that the script names once: `outcomes.SUCCESS`. */
function member(node: Node, constants: ReadonlyMap<string, Node>, of: (next: unknown) => ScriptValue[]): ScriptValue {
  const object = node.object as Node;
  const name = propertyName(node);
  if (object.type !== 'Identifier' || name === undefined) return null;
  const holder = constants.get(String(object.name));
  if (holder?.type === 'ObjectExpression') {
    const entry = entriesOf(holder).find(({ key }) => key === name);
    const [value, ...more] = entry ? of(entry.value) : [null];
    return more.length === 0 ? (value ?? null) : null;
  }
  return object.name === 'properties' && holder === undefined ? { property: name } : null;
}

/** Name of what a member expression reads, where it is plain to see. */
export function propertyName(node: Node): string | undefined {
  const property = node.property as Node;
  if (node.computed !== true) return property.type === 'Identifier' ? String(property.name) : undefined;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}

/** The plain entries of an object literal. */
export function entriesOf(object: Node): { key: string; value: Node }[] {
  return (object.properties as Node[]).flatMap((property) => {
    const key = property.key as Node | undefined;
    if (property.type !== 'Property' || property.computed === true || !key) return [];
    return [{ key: key.type === 'Identifier' ? String(key.name) : String(key.value), value: property.value as Node }];
  });
}
