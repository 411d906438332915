import { configOf, deepEqual, type JourneyDocument } from '@tandem/journey';
import { definitionFor, type Kinds, nameOf, outcomeName } from './nodes.ts';
import { settingLabel } from './settings.ts';

const differs = (a: unknown, b: unknown) => a !== b && !deepEqual(a, b);
const LONGEST = 60;

/** A value in a few words. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

/** Each property that differs, as "label: old → new". */
function fieldsBetween(before: Record<string, unknown>, after: Record<string, unknown>, labelOf: (field: string) => string): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => differs(before[field], after[field]))
    .map((field) => `${labelOf(field)}: ${shown(before[field])} → ${shown(after[field])}`);
}

/** What is different between two states of a journey, one sentence each, for the conflict dialog. */
export function changesBetween(kinds: Kinds, before: JourneyDocument, after: JourneyDocument): string[] {
  const changes: string[] = [];
  const oldNodes = before.tree.nodes ?? {};
  const newNodes = after.tree.nodes ?? {};
  const moved: string[] = [];
  const target = (document: JourneyDocument, id: string | undefined) => (id === undefined ? 'nothing' : nameOf(kinds, document, id));
  for (const id of new Set([...Object.keys(oldNodes), ...Object.keys(newNodes)])) {
    const was = oldNodes[id];
    const is = newNodes[id];
    if (!was) changes.push(`Added ${nameOf(kinds, after, id)}`);
    else if (!is) changes.push(`Deleted ${nameOf(kinds, before, id)}`);
    else {
      if (was.displayName !== is.displayName) changes.push(`Renamed ${was.displayName ?? id} to ${is.displayName ?? id}`);
      for (const outcome of new Set([...Object.keys(was.connections ?? {}), ...Object.keys(is.connections ?? {})])) {
        const [old, next] = [was.connections?.[outcome], is.connections?.[outcome]];
        if (old === next) continue;
        const label = outcomeName(kinds, after, id, outcome);
        changes.push(`Connected ${nameOf(kinds, after, id)}, ${label}: ${target(before, old)} → ${target(after, next)}`);
      }
      if (was.x !== is.x || was.y !== is.y) moved.push(nameOf(kinds, after, id));
    }
  }
  for (const [id, resource] of Object.entries(after.nodes)) {
    const was = before.nodes[id];
    if (!was) continue;
    const definition = definitionFor(kinds, after, id);
    const fields = fieldsBetween(configOf(was), configOf(resource), (field) => definition?.fields[field]?.label ?? field);
    changes.push(...fields.map((field) => `Changed ${nameOf(kinds, after, id)}, ${field}`));
  }
  if (moved.length > 0) changes.push(`Moved ${moved.length > 4 ? `${moved.length} nodes` : moved.join(', ')} on the canvas`);
  else if (differs(before.tree.staticNodes, after.tree.staticNodes)) changes.push('Moved Start, Success or Failure on the canvas');
  if (before.tree.entryNodeId !== after.tree.entryNodeId)
    changes.push(`Start leads to ${target(after, after.tree.entryNodeId)} instead of ${target(before, before.tree.entryNodeId)}`);
  const settings = ({ nodes: _n, staticNodes: _s, entryNodeId: _e, _rev, ...rest }: JourneyDocument['tree']) => rest;
  changes.push(
    ...fieldsBetween(settings(before.tree), settings(after.tree), settingLabel).map((field) => `Changed the journey’s settings, ${field}`),
  );
  for (const id of new Set([...Object.keys(before.scripts), ...Object.keys(after.scripts)])) {
    const [was, is] = [before.scripts[id], after.scripts[id]];
    if (differs(was, is)) changes.push(`${was ? (is ? 'Changed' : 'Removed') : 'Added'} the script ${(is ?? was)?.name ?? id}`);
  }
  return changes;
}
