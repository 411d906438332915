import { START_NODE_ID, type Tree } from '@tandem/journey';
import type { CanvasEdge, CanvasNode, CardNode } from './derive.ts';
import type { Point, Rect } from './geometry.ts';
import { createRoutes, type Routes } from './routes.ts';

export const ENTRY_OUTCOME = 'start';

/** `from|outcome|to`, also the edge's `data-connection`. */
export function connectionKey(from: string, outcome: string, to: string): string {
  return `${from}|${outcome}|${to}`;
}

/** Outcomes may hold a bar, ids do not. */
export function parseConnection(key: string): { from: string; outcome: string; to: string } {
  const parts = key.split('|');
  return { from: parts[0] ?? '', outcome: parts.slice(1, -1).join('|'), to: parts.at(-1) ?? '' };
}

/** Where an edge leaves or enters a node, from the handles that derivation gave it. */
function portOf(node: CanvasNode, handleId: string): Point | null {
  const handle = node.handles?.find((candidate) => candidate.id === handleId);
  return handle ? { x: node.position.x + handle.x, y: node.position.y + handle.y } : null;
}

interface Wire {
  from: string;
  outcome: string;
  to: string;
  lane: number;
  lanes: number;
}

function wiresOf(tree: Tree, cards: readonly CardNode[]): Wire[] {
  const entry = tree.entryNodeId ? [{ from: START_NODE_ID, outcome: ENTRY_OUTCOME, to: tree.entryNodeId, lane: 0, lanes: 1 }] : [];
  const wires = cards.flatMap((card) => {
    const connections = tree.nodes?.[card.id]?.connections ?? {};
    return card.data.ports.flatMap((port, index) => {
      const to = connections[port.id];
      return to === undefined ? [] : [{ from: card.id, outcome: port.id, to, lane: index, lanes: card.data.ports.length }];
    });
  });
  return [...entry, ...wires];
}

/**
 * Edges for the connections of a journey, routed around the nodes as they stand.
 *
 * @param routes of the last time, so that only connections that something changed for are routed anew
 */
export function deriveEdges(tree: Tree, nodes: readonly CanvasNode[], routes: Routes = createRoutes()): CanvasEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const cards = nodes.filter((node): node is CardNode => node.type === 'card');
  const obstacles = new Map<string, Rect>();
  for (const { id, type, position, width = 0, height = 0 } of nodes) if (type !== 'note') obstacles.set(id, { ...position, width, height });
  const wayFor = routes.among(obstacles);
  return wiresOf(tree, cards).flatMap(({ from, outcome, to, lane, lanes }): CanvasEdge[] => {
    const source = byId.get(from);
    const target = byId.get(to);
    if (!source || !target) return [];
    const start = portOf(source, outcome);
    const end = portOf(target, 'in');
    if (!start || !end) return [];
    // Going down, the topmost port turns last, so that the edges of one node do not cross.
    const turn = end.y > start.y ? lanes - 1 - lane : lane;
    return [
      {
        id: connectionKey(from, outcome, to),
        type: 'journey',
        source: from,
        target: to,
        data: {
          outcome,
          lane: turn,
          fromStart: from === START_NODE_ID,
          unknownTarget: target.type === 'unknown',
          points: wayFor(connectionKey(from, outcome, to), { from: start, to: end, lane: turn }),
          leaves: { x: start.x - source.position.x, y: start.y - source.position.y },
          enters: { x: end.x - target.position.x, y: end.y - target.position.y },
        },
        ariaLabel: `${nameOf(source)}, ${labelOf(source, outcome)}, to ${nameOf(target)}`,
      },
    ];
  });
}

function nameOf(node: CanvasNode): string {
  return node.type === 'card' ? node.data.name : (node.ariaLabel ?? node.id);
}

function labelOf(node: CanvasNode, outcome: string): string {
  return (node.type === 'card' ? node.data.ports.find((port) => port.id === outcome)?.label : undefined) ?? outcome;
}
