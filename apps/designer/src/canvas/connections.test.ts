import { FAILURE_NODE_ID } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { deriveNodes } from './derive.ts';
import { deriveEdges } from './edges.ts';
import { nearestEdge } from './nearestEdge.ts';
import { nextEdge } from './nextEdge.ts';

const document = loopDocument();
const edges = deriveEdges(document.tree, deriveNodes(document, []));

describe('the connections of a node by keyboard', () => {
  test('come one after the other in the order of its ports, and around', () => {
    const first = nextEdge(edges, 'init', null, 1);
    expect(first).toEqual({ edge: 'init|created|status', said: 'Connection 1 of 2: Start other, Created, to Look' });
    const second = nextEdge(edges, 'init', 'init|created|status', 1);
    expect(second).toMatchObject({ edge: `init|error|${FAILURE_NODE_ID}` });
    expect(nextEdge(edges, 'init', `init|error|${FAILURE_NODE_ID}`, 1)).toEqual(first);
    expect(nextEdge(edges, 'init', null, -1)).toEqual(second);
  });

  test('are none where nothing leads on', () => {
    expect(nextEdge(edges, FAILURE_NODE_ID, null, 1)).toEqual({ edge: null, said: 'Nothing leads on from here' });
  });
});

describe('the connection at a point', () => {
  const wire = edges.find(({ id }) => id === 'page|outcome|init');
  const [from] = wire?.data?.points ?? [];

  test('is the one that runs within reach of it', () => {
    if (!from) throw new Error('The connection has a way.');
    expect(nearestEdge(edges, { x: from.x + 5, y: from.y + 3 }, 12)?.id).toBe('page|outcome|init');
  });

  test('is none further away', () => {
    if (!from) throw new Error('The connection has a way.');
    expect(nearestEdge(edges, { x: from.x, y: from.y + 400 }, 12)).toBeNull();
  });
});
