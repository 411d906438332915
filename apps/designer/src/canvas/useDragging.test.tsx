import { act, cleanup, renderHook } from '@testing-library/react';
import { ReactFlowProvider } from 'reactflow';
import { afterEach, expect, test, vi } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { deriveNodes } from './derive.ts';
import { markDropTarget } from './dropTarget.ts';
import { createMoved } from './moved.ts';
import { nothingSelected } from './types.ts';
import { useDragging } from './useDragging.ts';

afterEach(cleanup);

function dragging() {
  const nodes = deriveNodes(loopDocument(), []);
  const moved = createMoved();
  const actions = { move: vi.fn(), drop: vi.fn() };
  const guide = () => 'free' as const;
  const { result } = renderHook(() => useDragging(nodes, nothingSelected, actions, guide, moved), { wrapper: ReactFlowProvider });
  const step = (isDragging: boolean) =>
    act(() => result.current.onPositions([{ id: 'wait', type: 'position', position: { x: 900, y: 900 }, dragging: isDragging }]));
  const isCancelled = () => result.current.isCancelled();
  return { moved, actions, step, isCancelled, drop: () => act(() => result.current.onDrop()), cancel: () => act(() => void result.current.cancel()) };
}
const frame = () => act(() => new Promise(requestAnimationFrame));

test('what is dropped somewhere else is moved there, once', async () => {
  const { moved, actions, step, drop } = dragging();
  step(true);
  expect(moved.getState().places.get('wait')).toEqual({ x: 900, y: 900 });
  step(false);
  drop();
  await frame();
  expect(actions.move.mock.calls).toEqual([[[{ id: 'wait', x: 900, y: 900 }]]]);
});

test('a drag that ends without a drop, as when its node was deleted, leaves nothing where it was dragged to', async () => {
  const { moved, actions, step } = dragging();
  step(true);
  markDropTarget(document.body);
  step(false);
  await frame();
  await frame();
  expect(document.body.hasAttribute('data-drop')).toBe(false);
  expect([moved.getState().places.size, actions.move.mock.calls]).toEqual([0, []]);
});

test('a drag that was cancelled marks nothing to drop on any more, until it ends', async () => {
  const { step, cancel, isCancelled, drop } = dragging();
  step(true);
  markDropTarget(document.body);
  expect(isCancelled()).toBe(false);
  cancel();
  expect([isCancelled(), document.body.hasAttribute('data-drop')]).toEqual([true, false]);
  drop();
  expect(isCancelled()).toBe(false);
});

test('after one that was cancelled and ended so, the next drag counts', async () => {
  const { moved, step, cancel } = dragging();
  step(true);
  cancel();
  step(false);
  await frame();
  step(true);
  expect(moved.getState().places.get('wait')).toEqual({ x: 900, y: 900 });
});
