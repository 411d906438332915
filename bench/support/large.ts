import { FAILURE_NODE_ID, type JsonObject, type PageChild, START_NODE_ID, SUCCESS_NODE_ID, type Tree } from '@tandem/journey';

/** A journey of that many nodes: every fifth a page of two, the others with 2 to 6 outcomes that lead on, back and to the ends. */
export interface LargeJourney {
  name: string;
  /** As `POST /import` takes it. */
  file: JsonObject;
  /** The same graph as plain React Flow elements. */
  graph: {
    nodes: { id: string; position: { x: number; y: number }; data: { label: string } }[];
    edges: { id: string; source: string; target: string; label: string }[];
  };
}

const ROWS = 10;
const COLUMN_WIDTH = 340;
const ROW_HEIGHT = 260;

interface Kind {
  type: string;
  outcomes: string[];
  config: JsonObject;
}

function kindOf(n: number): Kind {
  if (n % 5 === 0) return { type: 'PageNode', outcomes: ['outcome'], config: { pageHeader: { en: `Page ${n}` } } };
  if (n % 5 === 1) return { type: 'DataStoreDecisionNode', outcomes: ['true', 'false'], config: {} };
  const outcomes = Array.from({ length: 4 + (n % 3) }, (_, index) => `choice${index}`);
  return { type: 'ScriptedDecisionNode', outcomes, config: { script: 'none', outcomes, inputs: ['*'], outputs: ['*'] } };
}

export function largeJourney(count: number): LargeJourney {
  const name = `Large${count}`;
  const id = (n: number): string => `${String(count).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
  /** On to the next, back seven (a loop), on to the next column, then the ends. */
  const target = (n: number, outcome: number): string => {
    if (outcome === 4) return FAILURE_NODE_ID;
    if (outcome === 5) return SUCCESS_NODE_ID;
    const to = n + ([1, -7, ROWS, ROWS + 1][outcome] ?? 1);
    return to < count ? id(Math.max(to, 0)) : SUCCESS_NODE_ID;
  };
  const placed: NonNullable<Tree['nodes']> = {};
  const resources: JsonObject = {};
  const innerNodes: JsonObject = {};
  const graph: LargeJourney['graph'] = {
    nodes: [SUCCESS_NODE_ID, FAILURE_NODE_ID].map((end, n) => ({
      id: end,
      position: { x: (count / ROWS) * COLUMN_WIDTH, y: n * 300 },
      data: { label: end },
    })),
    edges: [],
  };
  for (let n = 0; n < count; n++) {
    const { type, outcomes, config } = kindOf(n);
    const position = { x: Math.floor(n / ROWS) * COLUMN_WIDTH, y: (n % ROWS) * ROW_HEIGHT };
    const label = `${type} ${n}`;
    const connections = Object.fromEntries(outcomes.map((outcome, index) => [outcome, target(n, index)]));
    placed[id(n)] = { nodeType: type, displayName: label, version: '1.0', connections, ...position };
    resources[id(n)] = resource(id(n), type, type === 'PageNode' ? { ...config, nodes: children(id(n), innerNodes) } : config);
    graph.nodes.push({ id: id(n), position, data: { label } });
    for (const [outcome, to] of Object.entries(connections)) graph.edges.push({ id: `${n}-${outcome}`, source: id(n), target: to, label: outcome });
  }
  const ends = Object.fromEntries(graph.nodes.slice(0, 2).map((node) => [node.id, node.position]));
  const tree = { _id: name, entryNodeId: id(0), enabled: true, nodes: placed, staticNodes: { [START_NODE_ID]: { x: -200, y: 0 }, ...ends } };
  return { name, file: { trees: { [name]: { tree: tree as JsonObject, nodes: resources, innerNodes, scripts: {} } } }, graph };
}

function resource(id: string, type: string, config: JsonObject): JsonObject {
  return { _id: id, ...config, _type: { _id: type, name: type, collection: true, version: '1.0' } };
}

/** Two collectors for a page, put among the inner nodes. */
function children(page: string, innerNodes: JsonObject): JsonObject[] {
  return ['UsernameCollectorNode', 'PasswordCollectorNode'].map((type, n) => {
    const id = `${n + 1}${page.slice(1)}`;
    innerNodes[id] = resource(id, type, {});
    return { _id: id, nodeType: type, displayName: type, nodeVersion: '1.0' } satisfies PageChild;
  });
}
