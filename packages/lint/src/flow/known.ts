import type { LintContext } from '../context.ts';
import { type Edge, edgesOf, pathTo, spread } from '../graph.ts';
import type { LintNode } from '../node.ts';
import { writesOn } from './flow.ts';
import { AM_KEYS, has } from './keys.ts';
import { flowOf, startOf } from './start.ts';

/** A key of node state that may be there when a node is entered. */
export interface KnownKey {
  key: string;
  /** Every way to the node writes it. */
  always: boolean;
  /** Nodes before it that write it, by id; none for what the journey was started with. */
  by: readonly string[];
}

/** What node state holds when a node (on the canvas or in a page) is entered, by name: what pickers of state keys offer. */
export function keysKnownAt(context: LintContext, id: string): KnownKey[] {
  const { may, must } = flowOf(context).before(id);
  const writers = writersBefore(context, id);
  return [...may.names].sort().map((key) => ({
    key,
    always: must.names.has(key),
    by: writers.filter((node) => writesOn(node, undefined, context).keys.some((write) => write.key === key)).map((node) => node.id),
  }));
}

/** Nodes that can have run before a node: those from which it can be come to, and those above it on its page. */
function writersBefore({ graph, nodes }: LintContext, id: string): LintNode[] {
  const target = nodes.find((node) => node.id === id);
  const from = target?.page?.id ?? id;
  const into = new Map<string, string[]>();
  for (const node of graph.nodes.keys()) for (const { to } of edgesOf(graph, node)) into.set(to, [...(into.get(to) ?? []), node]);
  const before = spread(into.get(from) ?? [], (node) => into.get(node) ?? []);
  return nodes.filter((node) => {
    if (target?.page && node.page === target.page && target.page.children.indexOf(node) < target.page.children.indexOf(target)) return true;
    return node.type !== 'PageNode' && before.has(node.page?.id ?? node.id) && graph.reached.has(node.page?.id ?? node.id);
  });
}

/** How surely a key is there when a node is entered. Keys of AM's own are always there. */
export function certaintyOf(context: LintContext, node: LintNode, key: string): 'always' | 'sometimes' | 'never' {
  if (AM_KEYS.has(key)) return 'always';
  const { may, must } = flowOf(context).has(node.id, key);
  if (must) return 'always';
  return may ? 'sometimes' : 'never';
}

/** A way from the start to a node on which nothing writes the key, as node ids; undefined when there is none. */
export function pathWithout(context: LintContext, node: LintNode, key: string): string[] | undefined {
  if (has(startOf(context).must, key)) return undefined;
  return pathTo(context.graph, node.page?.id ?? node.id, (edge) => !writesKey(context, edge, key));
}

function writesKey(context: LintContext, { from, outcome }: Edge, key: string): boolean {
  const node = context.graph.nodes.get(from);
  if (!node) return false;
  const { keys, any } = writesOn(node, outcome, context);
  return any || keys.some((write) => write.key === key && !write.sometimes);
}
