import { parseScript } from './check.ts';
import { requireCalls } from './requires.ts';
import type { Node } from './types.ts';
import { constantsIn, entriesOf, propertyName, type ScriptValue, valuesOf } from './values.ts';
import { isFunction, walk } from './walk.ts';

/** Where something stands in a script; both start at 1. */
export interface Place {
  line: number;
  column: number;
}
/** A key of node state that a script names; `value` null: made at run time, so it may be any. */
export interface KeyUse extends Place {
  value: ScriptValue;
  /** Keys of the object that is written, where it is written out in place. */
  members?: readonly string[];
  /** Of a read: the script looks whether there is a value, so it may be missing. */
  optional?: true;
}
export interface NamedPlace extends Place {
  name: string;
}

/** What a script does as far as its text tells, without running it. */
export interface ScriptFacts {
  /** False: it is no JavaScript, or nested too deeply; then nothing else is known. */
  parsed: boolean;
  reads: readonly KeyUse[];
  writes: readonly KeyUse[];
  /** Outcomes it may choose. */
  outcomes: readonly (Place & { value: ScriptValue })[];
  /** Whether it may ask the client for something or send it away. */
  asks: boolean;
  /** Library scripts it requires; `used`: whether the name given to it occurs again. */
  requires: readonly (NamedPlace & { used: boolean })[];
  /** Variables (ESVs) it reads without a default. */
  variables: readonly NamedPlace[];
  /** `const` outside of any function: AM on AIC loses the value. */
  topConstants: readonly NamedPlace[];
  /** Numbers of the object that a Configuration Provider's script leaves as `config`; null: it leaves none that is written out. */
  config: Readonly<Record<string, number | boolean | null>> | null;
}

const NOTHING: ScriptFacts = {
  parsed: false,
  reads: [],
  writes: [],
  outcomes: [],
  asks: false,
  requires: [],
  variables: [],
  topConstants: [],
  config: null,
};
const STATES = new Set(['nodeState', 'sharedState', 'transientState']);
const READING = new Set(['get', 'getObject', 'isDefined', 'getOrDefault', 'containsKey']);
const WRITING = new Set(['putShared', 'putTransient', 'put']);
const MERGING = new Set(['mergeShared', 'mergeTransient', 'putAll']);

/**
 * Reads what a script does with node state, which outcomes it chooses, what it requires. Optimistic: a value that only a run knows stands for any
 * value, so nothing is claimed of a script that its text does not show (facts 6.1 to 6.3 for the bindings).
 */
export function scriptFacts(source: string): ScriptFacts {
  const parsed = parseScript(source);
  if ('issue' in parsed) return NOTHING;
  try {
    return factsOf(parsed.ast, source);
  } catch (error) {
    if (error instanceof RangeError) return NOTHING;
    throw error;
  }
}

interface Found {
  reads: KeyUse[];
  writes: KeyUse[];
  outcomes: (Place & { value: ScriptValue })[];
  requires: (NamedPlace & { used: boolean })[];
  variables: NamedPlace[];
  topConstants: NamedPlace[];
}

function factsOf(ast: Node, source: string): ScriptFacts {
  const constants = constantsIn(ast);
  const lines = lineStarts(source);
  const found: Found = { reads: [], writes: [], outcomes: [], requires: [], variables: [], topConstants: [] };
  let asks = false;
  let config: ScriptFacts['config'] = null;
  const names = new Map<string, number>();
  const tested = testedNames(ast);
  const at = (node: Node): Place => placeOf(lines, node.start);

  const assigned = (name: string, value: Node) => {
    if (name === 'outcome') for (const chosen of valuesOf(value, constants)) found.outcomes.push({ ...at(value), value: chosen });
    if (name === 'config' && value.type === 'ObjectExpression') config = settingsIn(value);
  };
  const called = (node: Node, parents: readonly Node[]) => {
    const callee = node.callee as Node;
    const [first, second] = node.arguments as Node[];
    if (callee.type === 'Identifier' && callee.name === 'require') return;
    if (callee.type !== 'MemberExpression') return;
    const method = propertyName(callee) ?? '';
    const object = callee.object as Node;
    if (method === 'goTo') for (const value of valuesOf(first, constants)) found.outcomes.push({ ...at(first ?? node), value });
    if (method === 'suspend' || (method === 'send' && nameOf(object) === 'Action')) asks = true;
    if (nameOf(object) === 'callbacksBuilder') asks = true;
    if (nameOf(object) === 'systemEnv' && method === 'getProperty' && second === undefined)
      for (const value of valuesOf(first, constants)) if (value && 'text' in value) found.variables.push({ ...at(node), name: value.text });
    if (!STATES.has(nameOf(object))) return;
    const uses = valuesOf(first, constants).map((value): KeyUse => ({ ...at(node), value }));
    const optional = method !== 'get' && method !== 'getObject' ? true : isTested(node, parents, tested);
    if (READING.has(method)) found.reads.push(...uses.map((use) => (optional ? { ...use, optional } : use)));
    else if (method === 'keys') found.reads.push({ ...at(node), value: null });
    else if (WRITING.has(method)) found.writes.push(...uses.map((use) => ({ ...use, ...membersOf(second) })));
    else if (MERGING.has(method)) found.writes.push(...merged(first, at(node)));
  };

  walk(ast, {
    enter(node, parents) {
      const parent = parents.at(-1);
      if (node.type === 'CallExpression') called(node, parents);
      if (node.type === 'AssignmentExpression') assignment(node);
      if (node.type === 'VariableDeclarator') {
        const id = node.id as Node;
        if (id.type === 'Identifier' && node.init) assigned(String(id.name), node.init as Node);
        if (parent?.kind === 'const' && !parents.some(isFunction) && id.type === 'Identifier')
          found.topConstants.push({ ...at(node), name: String(id.name) });
      }
      if (node.type !== 'Identifier') return;
      const name = String(node.name);
      names.set(name, (names.get(name) ?? 0) + 1);
      // Handed on as a whole, a state may be read and written anywhere.
      if (STATES.has(name) && isHandedOn(node, parent)) {
        found.reads.push({ ...at(node), value: null });
        found.writes.push({ ...at(node), value: null });
      }
    },
  });
  function assignment(node: Node): void {
    const left = node.left as Node;
    if (left.type === 'Identifier') assigned(String(left.name), node.right as Node);
  }
  found.requires.push(...requiresIn(ast, names, at));
  return { parsed: true, ...found, asks, config };
}

/** Whether an expression decides something by whether it has a value. */
function decides(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined) return false;
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression' || parent.type === 'WhileStatement') return parent.test === node;
  if (parent.type === 'LogicalExpression') return true;
  if (parent.type === 'UnaryExpression') return parent.operator === '!' || parent.operator === 'typeof';
  return parent.type === 'BinaryExpression' && /^[!=]==?$/.test(String(parent.operator));
}

/** Names that the script looks at before it uses them: `if (data)`. */
function testedNames(ast: Node): ReadonlySet<string> {
  const found = new Set<string>();
  walk(ast, {
    enter(node, parents) {
      if (node.type === 'Identifier' && decides(node, parents.at(-1))) found.add(String(node.name));
    },
  });
  return found;
}

function isTested(node: Node, parents: readonly Node[], tested: ReadonlySet<string>): true | undefined {
  const parent = parents.at(-1);
  if (decides(node, parent)) return true;
  const holder =
    parent?.type === 'VariableDeclarator' ? (parent.id as Node) : parent?.type === 'AssignmentExpression' ? (parent.left as Node) : undefined;
  return holder?.type === 'Identifier' && tested.has(String(holder.name)) ? true : undefined;
}

function isHandedOn(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return false;
  if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return false;
  return !(parent?.type === 'Property' && parent.key === node && parent.value !== node);
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return String(node.name);
  return node.type === 'MemberExpression' ? (propertyName(node) ?? '') : '';
}

function membersOf(value: Node | undefined): { members?: string[] } {
  if (value?.type !== 'ObjectExpression') return {};
  const entries = entriesOf(value);
  return entries.length === (value.properties as Node[]).length ? { members: entries.map(({ key }) => key) } : {};
}

function merged(value: Node | undefined, place: Place): KeyUse[] {
  const { members } = membersOf(value);
  return members ? members.map((text) => ({ ...place, value: { text } })) : [{ ...place, value: null }];
}

function settingsIn(object: Node): Record<string, number | boolean | null> {
  return Object.fromEntries(
    entriesOf(object).map(({ key, value }) => {
      const plain = value.type === 'Literal' && (typeof value.value === 'number' || typeof value.value === 'boolean');
      return [key, plain ? (value.value as number | boolean) : null];
    }),
  );
}

function requiresIn(ast: Node, names: ReadonlyMap<string, number>, at: (node: Node) => Place): (NamedPlace & { used: boolean })[] {
  return requireCalls(ast).map(({ call, name, parents }) => {
    const holder = parents.at(-1);
    const id = holder?.type === 'VariableDeclarator' ? (holder.id as Node) : undefined;
    return { ...at(call), name, used: id?.type !== 'Identifier' || (names.get(String(id.name)) ?? 0) > 1 };
  });
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): Place {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}
