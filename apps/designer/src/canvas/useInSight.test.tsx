import { cleanup, renderHook } from '@testing-library/react';
import { ReactFlowProvider } from 'reactflow';
import { afterEach, expect, test } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { deriveNodes } from './derive.ts';
import { deriveEdges } from './edges.ts';
import { useInSight } from './useInSight.ts';

afterEach(cleanup);

const document = loopDocument();
const edges = deriveEdges(document.tree, deriveNodes(document, []));
const touches = (id: string) => edges.filter(({ source, target }) => source === id || target === id);
/** On a page without a size: nothing but the origin is in sight. */
const inSight = (isMany: boolean, moved: readonly string[]) =>
  renderHook(() => useInSight(edges, isMany, moved), { wrapper: ReactFlowProvider }).result.current;

test('of a large journey the connections out of sight are left out, those of a node that is being moved stay', () => {
  expect(touches('wait').length).toBeGreaterThan(0);
  expect(inSight(true, [])).toEqual([]);
  expect(inSight(true, ['wait'])).toEqual(touches('wait'));
});

test('of another one all are there', () => {
  expect(inSight(false, [])).toBe(edges);
});
