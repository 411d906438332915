import { FAILURE_NODE_ID, isEnd, SUCCESS_NODE_ID } from '@tandem/journey';
import type { LintNode } from './node.ts';

/** The connections of a journey between nodes that it has, and its ends. */
export interface Graph {
  entry: string | undefined;
  /** Nodes on the canvas by id. */
  nodes: ReadonlyMap<string, LintNode>;
  /** Connections to nodes or ends that are there, by the node they leave. */
  edges: ReadonlyMap<string, readonly Edge[]>;
  /** Nodes and ends that the start leads to. */
  reached: ReadonlySet<string>;
  /** Nodes that lead to one of the ends. */
  ending: ReadonlySet<string>;
}

export interface Edge {
  from: string;
  outcome: string;
  to: string;
}

const NONE: readonly Edge[] = [];
/** Connections to nodes or ends that are there. */
export function edgesOf(graph: Graph, id: string): readonly Edge[] {
  return graph.edges.get(id) ?? NONE;
}

function edgesAmong(nodes: ReadonlyMap<string, LintNode>): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>();
  for (const { id, connections } of nodes.values()) {
    const list: Edge[] = [];
    for (const outcome of Object.keys(connections)) {
      const to = connections[outcome] as string;
      if (isEnd(to) || nodes.has(to)) list.push({ from: id, outcome, to });
    }
    edges.set(id, list);
  }
  return edges;
}

export function graphOf(nodes: ReadonlyMap<string, LintNode>, entryId: string | undefined): Graph {
  const entry = entryId !== undefined && (isEnd(entryId) || nodes.has(entryId)) ? entryId : undefined;
  const into = new Map<string, string[]>();
  const edges = edgesAmong(nodes);
  for (const [id, list] of edges)
    for (const { to } of list) {
      const list = into.get(to);
      if (list) list.push(id);
      else into.set(to, [id]);
    }
  const forward = (id: string) => (edges.get(id) ?? NONE).map(({ to }) => to);
  return {
    entry,
    nodes,
    edges,
    reached: spread(entry === undefined ? [] : [entry], forward),
    ending: spread([SUCCESS_NODE_ID, FAILURE_NODE_ID], (id) => into.get(id) ?? []),
  };
}

/** Everything that can be come to from these. */
export function spread(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const id of seen) for (const to of next(id)) seen.add(to);
  return seen;
}

/** The shortest way from the entry to a node along edges that are taken, as node ids; undefined when there is none. */
export function pathTo(graph: Graph, target: string, takes: (edge: Edge) => boolean = () => true): string[] | undefined {
  if (graph.entry === undefined) return undefined;
  const before = new Map<string, string | null>([[graph.entry, null]]);
  for (const [id] of before) {
    if (id === target) break;
    for (const edge of edgesOf(graph, id)) if (!before.has(edge.to) && takes(edge)) before.set(edge.to, id);
  }
  if (!before.has(target)) return undefined;
  const path: string[] = [];
  for (let id: string | null | undefined = target; id !== null && id !== undefined; id = before.get(id)) path.unshift(id);
  return path;
}

/** Groups of nodes that lead to each other, among those that are taken: each group is a loop, in the order of the journey. */
export function loopsOf(graph: Graph, takes: (node: LintNode) => boolean, follows: (edge: Edge) => boolean = () => true): string[][] {
  const ids = [...graph.nodes.values()].filter(takes).map(({ id }) => id);
  if (ids.length === 0) return [];
  const taken = new Set(ids);
  const next = (id: string) => edgesOf(graph, id).flatMap((edge) => (taken.has(edge.to) && follows(edge) ? [edge.to] : []));
  return components(ids, next).filter((group) => group.length > 1 || next(group[0] as string).includes(group[0] as string));
}

/** Tarjan's strongly connected components, with a path of its own: a journey may be longer than the call stack. */
function components(ids: readonly string[], next: (id: string) => string[]): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const groups: string[][] = [];
  const order = new Map(ids.map((id, place) => [id, place]));
  const enter = (id: string) => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    stack.push(id);
    onStack.add(id);
    return { id, open: next(id) };
  };
  for (const root of ids) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = top.open.pop();
      if (to !== undefined) {
        if (!index.has(to)) path.push(enter(to));
        else if (onStack.has(to)) low.set(top.id, Math.min(low.get(top.id) as number, index.get(to) as number));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low.set(above.id, Math.min(low.get(above.id) as number, low.get(top.id) as number));
      if (low.get(top.id) !== index.get(top.id)) continue;
      const group = stack.splice(stack.indexOf(top.id));
      for (const id of group) onStack.delete(id);
      groups.push(group.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
    }
  }
  return groups;
}
