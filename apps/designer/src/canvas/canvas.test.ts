import { FAILURE_NODE_ID, START_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { deriveNodes, keepEqual } from './derive.ts';
import { deriveEdges, parseConnection } from './edges.ts';
import { notesOf } from './notes.ts';
import { journeyOrder } from './order.ts';
import { pathThrough, route } from './routing.ts';
import { createRunStatusStore, setRunStatus } from './runStatus.ts';
import { walk } from './walk.ts';

const document = loopDocument();
const nodes = deriveNodes(document, []);

describe('what the canvas draws', () => {
  test('every node and end once, in journey order, at the places of the file', () => {
    expect(nodes.map((node) => node.id)).toEqual([START_NODE_ID, 'page', 'init', 'status', 'wait', SUCCESS_NODE_ID, FAILURE_NODE_ID]);
    expect(nodes.find((node) => node.id === 'page')?.position).toEqual({ x: 200, y: 100.25 });
  });

  test('every connection, also one to a node that is not there', () => {
    const page = document.tree.nodes?.page;
    if (!page) throw new Error('The fixture has a page.');
    const broken = {
      ...document,
      tree: { ...document.tree, nodes: { ...document.tree.nodes, page: { ...page, connections: { outcome: 'ghost' } } } },
    };
    const edges = deriveEdges(broken.tree, deriveNodes(broken, []));
    expect(edges).toHaveLength(7);
    expect(edges.find((edge) => edge.id === 'page|outcome|ghost')?.data?.unknownTarget).toBe(true);
  });

  test('a connected outcome that the node no longer has keeps a port', () => {
    const init = document.tree.nodes?.init;
    if (!init) throw new Error('The fixture has an Initialize node.');
    const tree = { ...document.tree, nodes: { ...document.tree.nodes, init: { ...init, connections: { ...init.connections, old: 'wait' } } } };
    const card = deriveNodes({ ...document, tree }, []).find((node) => node.id === 'init');
    expect(card?.type === 'card' && card.data.ports.find((port) => port.id === 'old')).toMatchObject({ gone: true, connected: true });
  });

  test('an edit gives new objects only to the nodes it touched', () => {
    const moved = { ...document, tree: { ...document.tree, description: 'other' } };
    expect(keepEqual(deriveNodes(moved, []), nodes).every((node, index) => node === nodes[index])).toBe(true);
  });

  test('a loop back runs around the nodes, not through them', () => {
    const edges = deriveEdges(document.tree, nodes);
    const points = edges.find((edge) => edge.id === 'wait|DONE|status')?.data?.points ?? [];
    const boxes = nodes.map((node) => ({
      left: node.position.x,
      top: node.position.y,
      right: node.position.x + (node.width ?? 0),
      bottom: node.position.y + (node.height ?? 0),
    }));
    for (const [index, point] of points.slice(1, -1).entries()) {
      const next = points[index + 2];
      if (!next) continue;
      const crossed = boxes.filter(
        (box) =>
          Math.min(point.x, next.x) < box.right &&
          Math.max(point.x, next.x) > box.left &&
          Math.min(point.y, next.y) < box.bottom &&
          Math.max(point.y, next.y) > box.top,
      );
      expect(crossed).toEqual([]);
    }
  });

  test('a free way is straight, and the path ends at its ports', () => {
    const points = route({ from: { x: 0, y: 10 }, to: { x: 100, y: 10 }, lane: 0 }, []);
    expect(points).toHaveLength(2);
    expect(pathThrough(points)).toBe('M0 10L100 10');
  });

  test('outcome names may hold a bar', () => {
    expect(parseConnection('a|yes|no|b')).toEqual({ from: 'a', outcome: 'yes|no', to: 'b' });
  });

  test('sticky notes are read from the text that AIC keeps them in; other text holds none', () => {
    expect(notesOf('{"structural":[{"id":"n","text":"Hi","x":1,"y":2}]}')).toEqual([
      { id: 'n', text: 'Hi', color: 'yellow', x: 1, y: 2, width: 200, height: 80 },
    ]);
    expect(notesOf('nonsense')).toEqual([]);
  });
});

describe('journey order', () => {
  const node = (connections: Record<string, string>) => ({ nodeType: 'X', connections });
  const tree = {
    _id: 'T',
    entryNodeId: 'a',
    nodes: { z: node({}), a: node({ gone: 'g', no: 'n', yes: 'y' }), n: node({}), y: node({}), g: node({}) },
  };
  test('follows the outcomes as the ports stand, whatever order the file has; outcomes that are gone come after, loose nodes last', () => {
    expect(journeyOrder(tree, (id) => (id === 'a' ? ['yes', 'no'] : []))).toEqual(['a', 'y', 'n', 'g', 'z']);
  });
});

describe('walking with the arrow keys', () => {
  const outcomes = (id: string) => Object.keys(document.tree.nodes?.[id]?.connections ?? {});
  test('right along the first connection, left back, down to the next target of the same node', () => {
    expect(journeyOrder(document.tree, outcomes)).toEqual(['page', 'init', 'status', 'wait']);
    expect(walk(document.tree, START_NODE_ID, 'ArrowRight', outcomes)).toBe('page');
    expect(walk(document.tree, 'status', 'ArrowLeft', outcomes)).toBe('init');
    expect(walk(document.tree, 'wait', 'ArrowDown', outcomes)).toBe(SUCCESS_NODE_ID);
  });
});

test('a run status that did not change keeps its object, so that its node does not render', () => {
  const store = createRunStatusStore({ a: { visits: 1, state: 'visited', lastOutcome: 'x' } });
  const before = store.getState().nodes.a;
  setRunStatus(store, { a: { visits: 1, state: 'visited', lastOutcome: 'x' }, b: { visits: 1, state: 'current', lastOutcome: null } });
  expect(store.getState().nodes.a).toBe(before);
});
