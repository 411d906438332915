import { renderHook } from '@testing-library/react';
import type { ReactFlowInstance } from 'reactflow';
import { expect, test, vi } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { type CanvasEdge, type CanvasNode, deriveNodes } from './derive.ts';
import { deriveEdges } from './edges.ts';
import { useDrops } from './useDrops.ts';

const WIRE = 'page|outcome|init';
const nodes = deriveNodes(loopDocument(), []);
const edges = deriveEdges(loopDocument().tree, nodes);
const loose: CanvasNode = { id: 'loose', type: 'unknown', position: { x: 0, y: 0 }, data: {} };
const middle = () => {
  const [a, b] = edges.find(({ id }) => id === WIRE)?.data?.points ?? [];
  return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : expect.fail('The connection has a way.');
};

/** A drag of a node, seen at a zoom, over a place so many pixels of the screen below a connection. */
function dragAt(zoom: number, below: number, isCancelled = false): boolean {
  const canvas = document.createElement('div');
  const wire = canvas.appendChild(document.createElement('i'));
  wire.className = 'wire';
  wire.dataset.id = WIRE;
  const { x, y } = middle();
  const flow = { getZoom: () => zoom, screenToFlowPosition: () => ({ x, y: y + below / zoom }) };
  const actions = { canDrop: () => true } as never;
  const tools = { flow: flow as unknown as ReactFlowInstance<CanvasNode, CanvasEdge>, wrapper: { current: canvas }, nodes, edges, actions };
  const { result } = renderHook(() => useDrops({ ...tools, onDrop: vi.fn(), onEnd: vi.fn(), isCancelled: () => isCancelled }));
  result.current.onDrag({ clientX: 0, clientY: 0 }, [loose]);
  return wire.hasAttribute('data-drop');
}

test('a connection takes up a node dragged within 12 pixels of it on the screen, from afar as well as from nearby', () => {
  expect([1, 0.3, 2].map((zoom) => dragAt(zoom, 10))).toEqual([true, true, true]);
  expect([1, 0.3, 2].map((zoom) => dragAt(zoom, 14))).toEqual([false, false, false]);
});

test('nothing is marked by a drag that was given up though the pointer goes on', () => expect(dragAt(1, 0, true)).toBe(false));
