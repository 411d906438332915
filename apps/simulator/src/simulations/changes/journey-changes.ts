import type { JourneyDocument } from '@tandem/journey';

/** What of a journey, its nodes and its scripts is another now than in the simulation, in names; empty: nothing. */
export function journeyChanges(simulated: JourneyDocument, realm: JourneyDocument): string[] {
  const names: string[] = [];
  for (const id of new Set([...Object.keys(simulated.nodes), ...Object.keys(realm.nodes)])) {
    if (same(simulated.nodes[id], realm.nodes[id])) continue;
    names.push(nodeName(realm, id) ?? nodeName(simulated, id) ?? id);
  }
  for (const id of new Set([...Object.keys(simulated.scripts), ...Object.keys(realm.scripts)])) {
    if (same(simulated.scripts[id], realm.scripts[id])) continue;
    names.push(`script ${realm.scripts[id]?.name ?? simulated.scripts[id]?.name ?? id}`);
  }
  if (!same(wayOf(simulated), wayOf(realm))) names.push('how its nodes are connected');
  return names;
}

/** What of the tree decides how it runs: not where its nodes lie. */
function wayOf({ tree }: JourneyDocument): unknown {
  const { nodes, staticNodes: _, uiConfig: __, _rev: ___, description: ____, ...rest } = tree as Record<string, unknown>;
  const ways = Object.entries((nodes ?? {}) as Record<string, { connections?: unknown; nodeType?: unknown }>).map(([id, node]) => [
    id,
    node.nodeType,
    node.connections,
  ]);
  return [sorted(rest), sorted(Object.fromEntries(ways.map(([id, ...way]) => [id, way])))];
}

function nodeName({ tree, nodes }: JourneyDocument, id: string): string | undefined {
  const placed = tree.nodes?.[id]?.displayName;
  if (placed) return placed;
  // A node in a page has its name there.
  for (const node of Object.values(nodes)) {
    const children = (node as { nodes?: unknown }).nodes;
    const child = Array.isArray(children) ? (children as { _id?: unknown; displayName?: unknown }[]).find(({ _id }) => _id === id) : undefined;
    if (typeof child?.displayName === 'string') return child.displayName;
  }
  return undefined;
}

/** `_rev` is another after every save, also where nothing changed. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Without revisions, keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, child]) => key !== '_rev' && child !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, child]) => [key, sorted(child)]));
}
