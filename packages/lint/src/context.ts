import { emptyRealm, type JourneyDocument, journeyDocument, own, type Script, scriptBody, treeNodes } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { checkLanguage, type LanguageIssue, type ScriptFacts, scriptFacts } from '@tandem/scripting/language';
import { type Graph, graphOf } from './graph.ts';
import { type LintNode, lintNode } from './node.ts';
import type { LintRealm } from './realm.ts';

/** One journey and what is around it, as rules see it. */
export interface LintContext {
  document: JourneyDocument;
  realm: LintRealm;
  graph: Graph;
  /** Every node in the journey's order, each page followed by what is in it. */
  nodes: readonly LintNode[];
}

/** The nodes of a journey; the same list for the same parts of a document. */
export function contextOf(document: JourneyDocument, realm: LintRealm): LintContext {
  const canvas = new Map<string, LintNode>();
  const nodes: LintNode[] = [];
  for (const { id, node: placed } of treeNodes(document.tree)) {
    const node = lintNode(document, id, placed, realm.nodeTypes);
    canvas.set(id, node);
    nodes.push(node, ...node.children);
  }
  return { document, realm, nodes, graph: graphOf(canvas, document.tree.entryNodeId) };
}

const others = new WeakMap<LintRealm, Map<string, LintContext | null>>();

/** Another journey of the realm; undefined when the realm lacks it. The journey at hand is what its document says, not what was saved. */
export function otherJourney(context: LintContext, name: string): LintContext | undefined {
  if (name === context.document.tree._id) return context;
  return savedJourney(context.realm, name);
}

export function savedJourney(realm: LintRealm, name: string): LintContext | undefined {
  let known = others.get(realm);
  if (!known) {
    known = new Map();
    others.set(realm, known);
  }
  let journey = known.get(name);
  if (journey === undefined) {
    const document = journeyDocument({ ...emptyRealm(''), ...realm }, name, nodeKnowledge(realm));
    journey = document ? contextOf(document, realm) : null;
    known.set(name, journey);
  }
  return journey ?? undefined;
}

/** A script that the journey names: its own copy, which may be edited, else the realm's. */
export function scriptOf({ document, realm }: LintContext, id: string): Script | undefined {
  return own(document.scripts, id) ?? own(realm.scripts, id);
}

const facts = new WeakMap<object, ScriptFacts>();
/** What a script does; read once for each state of the script. */
export function factsOf(script: Script): ScriptFacts {
  let known = facts.get(script);
  if (!known) {
    known = scriptFacts(scriptBody(script));
    facts.set(script, known);
  }
  return known;
}

/** The same for a custom node type, whose script is its own. */
export function customFacts(type: { script: string }): ScriptFacts {
  let known = facts.get(type);
  if (!known) {
    known = scriptFacts(type.script);
    facts.set(type, known);
  }
  return known;
}

const issues = new WeakMap<Script, { language: string; found: readonly LanguageIssue[] }>();
/** What AM's parser refuses in a script. */
export function languageIssues(script: Script, realm: LintRealm): readonly LanguageIssue[] {
  const language = realm.services.scriptLanguage ?? 'aic';
  const known = issues.get(script);
  if (known?.language === language) return known.found;
  const found = checkLanguage(scriptBody(script), { language, library: script.context === 'LIBRARY' });
  issues.set(script, { language, found });
  return found;
}
