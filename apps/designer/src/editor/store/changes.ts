import { configOf, deepEqual, type JourneyDocument } from '@tandem/journey';
import { type Kinds, nameOf } from './nodes.ts';

const differs = (a: unknown, b: unknown) => a !== b && !deepEqual(a, b);

/** What is different between two states of a journey, one sentence each, for the conflict dialog. */
export function changesBetween(kinds: Kinds, before: JourneyDocument, after: JourneyDocument): string[] {
  const changes: string[] = [];
  const oldNodes = before.tree.nodes ?? {};
  const newNodes = after.tree.nodes ?? {};
  const moved: string[] = [];
  for (const id of new Set([...Object.keys(oldNodes), ...Object.keys(newNodes)])) {
    const was = oldNodes[id];
    const is = newNodes[id];
    if (!was) changes.push(`Added ${nameOf(kinds, after, id)}`);
    else if (!is) changes.push(`Deleted ${nameOf(kinds, before, id)}`);
    else {
      if (was.displayName !== is.displayName) changes.push(`Renamed ${was.displayName ?? id} to ${is.displayName ?? id}`);
      if (differs(was.connections, is.connections)) changes.push(`Connected ${nameOf(kinds, after, id)} differently`);
      if (was.x !== is.x || was.y !== is.y) moved.push(id);
    }
  }
  for (const [id, resource] of Object.entries(after.nodes)) {
    const was = before.nodes[id];
    if (was && differs(configOf(was), configOf(resource))) changes.push(`Changed the settings of ${nameOf(kinds, after, id)}`);
  }
  if (moved.length > 0 || differs(before.tree.staticNodes, after.tree.staticNodes))
    changes.push(`Moved ${moved.length === 1 ? 'a node' : 'nodes'} on the canvas`);
  if (before.tree.entryNodeId !== after.tree.entryNodeId) changes.push('Changed where the journey starts');
  const settings = ({ nodes: _n, staticNodes: _s, entryNodeId: _e, _rev, ...rest }: JourneyDocument['tree']) => rest;
  if (differs(settings(before.tree), settings(after.tree))) changes.push('Changed the journey’s own settings');
  return changes;
}
