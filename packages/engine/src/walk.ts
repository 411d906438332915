import { INNER_JOURNEY_TYPE } from '@tandem/journey';
import { pageChildren } from '@tandem/nodes';
import type { Model } from './model.ts';
import { own } from './own.ts';
import type { ResolvedNode } from './resolvedNode.ts';

/** Nodes of a journey, of its pages and of the journeys inside it. */
export function* allNodes(model: Model, journey: string, seen = new Set<string>()): Generator<ResolvedNode> {
  if (seen.has(journey)) return;
  seen.add(journey);
  for (const id of Object.keys(model.tree(journey)?.nodes ?? {})) {
    const place = model.place(journey, id);
    if (place.kind !== 'node') continue;
    const { node } = place;
    yield node;
    for (const inner of innerJourneys(node)) yield* allNodes(model, inner, seen);
    for (const child of childrenOf(model, node)) yield child;
  }
}

/** Node state keys that a node of a journey or any node after it reads. */
export function readsFrom(model: Model, journey: string, from: string): Set<string> {
  const keys = new Set<string>();
  const seen = new Set<string>();
  const queue = [{ journey, id: from }];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const { journey, id } = at;
    if (seen.has(`${journey} ${id}`)) continue;
    seen.add(`${journey} ${id}`);
    const place = model.place(journey, id);
    if (place.kind !== 'node') continue;
    for (const inner of innerJourneys(place.node)) {
      const entry = model.tree(inner)?.entryNodeId;
      if (entry !== undefined) queue.push({ journey: inner, id: entry });
    }
    for (const read of place.node.definition.reads(place.node.config)) keys.add(read);
    for (const child of childrenOf(model, place.node)) for (const read of child.definition.reads(child.config)) keys.add(read);
    for (const next of Object.values(own(model.tree(journey)?.nodes ?? {}, id)?.connections ?? {})) queue.push({ journey, id: next });
  }
  return keys;
}

function innerJourneys(node: ResolvedNode): readonly string[] {
  return node.type === INNER_JOURNEY_TYPE ? (node.definition.journeys?.(node.config) ?? []) : [];
}

function childrenOf(model: Model, node: ResolvedNode): ResolvedNode[] {
  if (node.type !== 'PageNode') return [];
  return pageChildren(node.config)
    .map((child) => model.child(child))
    .filter((child) => typeof child !== 'string');
}
