import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';

/** What is laid out: a card or one of the fixed points, at its real size and with its ports where they are drawn. */
export interface Box {
  id: string;
  role: 'start' | 'end' | 'node';
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where connections enter, below its top; null where none can. */
  enters: number | null;
  /** Its outcomes, by where their ports lie below its top. */
  leaves: readonly { id: string; y: number }[];
}
export interface Link {
  from: string;
  outcome: string;
  to: string;
}

/** Room between two columns: each connection of a node turns in a lane of its own there, see canvas/routing.ts. */
const COLUMN_GAP = 56;
const LANE = 7;
const MOST_LANES = 14;
const ROW_GAP = 44;

/**
 * Options of ELK's layered algorithm. Ports are fixed at their places, so the order of outcomes is kept; cycles are broken where a walk from Start
 * comes back, so a polling loop leads backwards instead of its journey.
 */
function options(lanes: number): Record<string, string> {
  const columns = COLUMN_GAP + Math.min(lanes, MOST_LANES) * LANE;
  return {
    'elk.algorithm': 'layered',
    'elk.direction': 'RIGHT',
    'elk.randomSeed': '1',
    'elk.padding': '[top=0,left=0,bottom=0,right=0]',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.spacing.nodeNode': String(ROW_GAP),
    'elk.spacing.edgeNode': '24',
    'elk.spacing.edgeEdge': '12',
    'elk.spacing.componentComponent': String(2 * ROW_GAP),
    'elk.layered.spacing.nodeNodeBetweenLayers': String(columns),
    'elk.layered.spacing.edgeNodeBetweenLayers': '20',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '7',
    'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
    'elk.layered.layering.strategy': 'NETWORK_SIMPLEX',
    'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
    'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
    'elk.layered.thoroughness': '10',
  };
}

const portId = (box: string, port: string) => `${box}|${port}`;
const IN = '>in';

function nodeOf(box: Box, hasEnds: boolean): ElkNode {
  const { id, width, height, enters, leaves, role } = box;
  const port = (name: string, side: 'WEST' | 'EAST', x: number, y: number) => ({
    id: portId(id, name),
    x,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  });
  const layer: Record<string, string> =
    role === 'start'
      ? { 'elk.layered.layering.layerConstraint': 'FIRST_SEPARATE' }
      : role === 'end' && hasEnds
        ? { 'elk.layered.layering.layerConstraint': 'LAST_SEPARATE' }
        : {};
  return {
    id,
    width,
    height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS', ...layer },
    ports: [...(enters === null ? [] : [port(IN, 'WEST', 0, enters)]), ...leaves.map((leave) => port(leave.id, 'EAST', width, leave.y))],
  };
}

/** A graph for ELK; connections with an end that is not among the boxes are left out. */
export function elkGraph(boxes: readonly Box[], links: readonly Link[]): ElkNode {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const known = links.filter(({ from, to, outcome }) => {
    const target = byId.get(to);
    return target !== undefined && target.enters !== null && byId.get(from)?.leaves.some(({ id }) => id === outcome) === true;
  });
  const edges = known.map(
    ({ from, outcome, to }): ElkExtendedEdge => ({
      id: `${from}|${outcome}|${to}`,
      sources: [portId(from, outcome)],
      targets: [portId(to, IN)],
    }),
  );
  const lanes = Math.max(0, ...boxes.map(({ leaves }) => leaves.length));
  return { id: 'journey', layoutOptions: options(lanes), children: boxes.map((box) => nodeOf(box, boxes.length > 1)), edges };
}
