import { findCustomType, INNER_JOURNEY_TYPE, type Json, PAGE_TYPE } from '@tandem/journey';
import { nativeDefinition, type StateScope } from '@tandem/nodes';
import type { KeyUse } from '@tandem/scripting/language';
import { customFacts, factsOf, type LintContext, scriptOf } from '../context.ts';
import type { LintNode } from '../node.ts';
import type { LintRealm } from '../realm.ts';

export interface Write {
  key: string;
  scope: StateScope;
  /** Keys of the object that is written, where its text shows them. */
  members?: readonly string[] | undefined;
  /** Not every way through the node writes it. */
  sometimes?: true | undefined;
}
/** What a node leaves in node state. `any`: also what only a run knows. */
export interface Writes {
  keys: readonly Write[];
  any: boolean;
}
const NOTHING: Writes = { keys: [], any: false };
const ANYTHING: Writes = { keys: [], any: true };

/** Outcomes on which a node writes, for those that do so on some alone (the sources of their definitions). */
const ONLY_ON: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  BackChannelInitNode: { '*': ['created'] },
  BackChannelStatusNode: { 'backchannel-sessionProperties': ['success'], '*': ['pending', 'inprogress', 'success', 'failure'] },
  IdentifyExistingUserNode: { '*': ['true'] },
  CreateObjectNode: { '*': ['CREATED'] },
  InnerTreeEvaluatorNode: { '*': ['error'] },
  PushAuthenticationSenderNode: { PushAuthFailureReason: ['FAILURE'], '*': ['SENT'] },
};

interface Kept {
  realm: LintRealm;
  scripts: LintContext['document']['scripts'];
  byOutcome: Map<string, Writes>;
}
const kept = new WeakMap<LintNode, Kept>();

/** What an inner journey leaves behind; the flow knows. */
export type InnerWrites = (node: LintNode, outcome: string | undefined, context: LintContext) => Writes;

/** What a node writes when it is left by an outcome; without one: whatever it may write. */
export function writesOf(node: LintNode, outcome: string | undefined, context: LintContext, inner: InnerWrites): Writes {
  const { realm, document } = context;
  let known = kept.get(node);
  if (known?.realm !== realm || known.scripts !== document.scripts) {
    known = { realm, scripts: document.scripts, byOutcome: new Map() };
    kept.set(node, known);
  }
  let writes = known.byOutcome.get(outcome ?? '');
  if (!writes) {
    writes = node.type === PAGE_TYPE ? pageWrites(node, outcome, context, inner) : ownWrites(node, outcome, context, inner);
    known.byOutcome.set(outcome ?? '', writes);
  }
  return writes;
}

function pageWrites(page: LintNode, outcome: string | undefined, context: LintContext, inner: InnerWrites): Writes {
  return together(
    page.children.map((child, index) => {
      const isLast = index === page.children.length - 1;
      const own = isLast && outcome?.startsWith(`${child.id}-`) ? outcome.slice(child.id.length + 1) : outcome;
      return writesOf(child, isLast ? own : undefined, context, inner);
    }),
  );
}

function together(all: readonly Writes[]): Writes {
  return { keys: all.flatMap(({ keys }) => keys), any: all.some(({ any }) => any) };
}

function ownWrites(node: LintNode, outcome: string | undefined, context: LintContext, inner: InnerWrites): Writes {
  const scripted = scriptWrites(node, context);
  if (scripted) return scripted;
  if (nativeDefinition(node.type) === undefined) return ANYTHING;
  const only = ONLY_ON[node.type];
  const keys = node.definition.writes(node.config).filter(({ key }) => {
    const on = only?.[key] ?? only?.['*'];
    return outcome === undefined || on === undefined || on.includes(outcome);
  });
  return node.type === INNER_JOURNEY_TYPE ? together([{ keys, any: false }, inner(node, outcome, context)]) : { keys, any: false };
}

/** Writes of the script that a node runs; undefined for nodes that run none. */
function scriptWrites(node: LintNode, context: LintContext): Writes | undefined {
  if (node.type === 'ScriptedDecisionNode' || node.type === 'ConfigProviderNode') {
    const id = node.definition.scripts?.(node.config)[0];
    const script = id === undefined ? undefined : scriptOf(context, id);
    if (!script) return id === undefined ? NOTHING : ANYTHING;
    const facts = factsOf(script);
    const imitated = node.type === 'ConfigProviderNode' ? imitatedWrites(node) : NOTHING;
    if (!facts.parsed) return together([ANYTHING, imitated]);
    const outputs = node.type === 'ScriptedDecisionNode' && Array.isArray(node.config.outputs) ? node.config.outputs : ['*'];
    const { keys, any } = resolved(facts.writes, {});
    return together([{ keys: outputs.includes('*') ? keys : keys.filter(({ key }) => outputs.includes(key)), any }, imitated]);
  }
  const custom = findCustomType(context.realm, node.type);
  if (!custom) return undefined;
  const facts = customFacts(custom);
  return facts.parsed ? resolved(facts.writes, node.config) : ANYTHING;
}

function imitatedWrites(node: LintNode): Writes {
  const definition = typeof node.config.nodeType === 'string' ? nativeDefinition(node.config.nodeType) : undefined;
  return definition ? { keys: definition.writes({}), any: false } : ANYTHING;
}

/** Keys that a script names, properties of a custom node replaced by what the node holds. */
function resolved(uses: readonly KeyUse[], config: Readonly<Record<string, Json>>): Writes {
  const keys: Write[] = [];
  let any = false;
  for (const { value, members } of uses) {
    const names = value === null ? null : 'text' in value ? [value.text] : namesIn(config[value.property]);
    if (names === null) any = true;
    else keys.push(...names.map((key): Write => ({ key, scope: 'shared', members })));
  }
  return { keys, any };
}

/** Texts of a custom node's property; null when it holds something else. */
export function namesIn(value: Json | undefined): string[] | null {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? (value as string[]) : null;
}
