import { describe, expect, test } from 'vitest';
import { childrenOf } from '../../canvas/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { addCommand } from './commands.ts';
import { intoPageCommand, outOfPageCommand } from './pageCommands.ts';
import { betweenPagesCommand, pagesFor, placeInPage, placeRefusal } from './pagePlaces.ts';

const document = loopDocument();
const inside = (after: typeof document, page = 'page') => childrenOf(after.nodes[page]).map(({ id }) => id);

describe('a page', () => {
  test('takes no pages and no inner journeys, and says what to do instead', () => {
    expect(placeRefusal([], document, 'page', { type: 'PageNode' }, 0)).toContain('Connect it before or after the page');
    expect(placeRefusal([], document, 'page', { type: 'InnerTreeEvaluatorNode' }, 1)).toContain('cannot stand on a page');
  });

  test('has more than one outcome only by its last node', () => {
    expect(placeRefusal([], document, 'page', { node: 'status' }, 0)).toBe(
      'Only the last node of a page can have more than one outcome. Put Look last.',
    );
    expect(placeInPage([], document, 'page', { node: 'status' })).toEqual({ index: 1 });
    const full = intoPageCommand([], document, 'status', 'page', 1).apply(document);
    expect(placeRefusal([], full, 'page', { type: 'UsernameCollectorNode' }, 2)).toContain('Look has several outcomes and must stay the last');
    expect(placeInPage([], full, 'page', { type: 'UsernameCollectorNode' })).toEqual({ index: 1 });
    expect(placeInPage([], full, 'page', { type: 'MessageNode' })).toHaveProperty('refusal');
  });

  test('is offered to a node of the canvas with its place there, or with why it has none', () => {
    expect(pagesFor([], document, 'wait')).toEqual([{ page: 'page', index: 1 }]);
    expect(pagesFor([], document, 'page')).toEqual([]);
    const { wait: _, ...nodes } = document.nodes;
    expect(pagesFor([], { ...document, nodes }, 'wait')).toEqual([{ page: 'page', refusal: 'The file brought no settings for this node.' }]);
  });

  test('lets some types stand only alone', () => {
    expect(placeRefusal([], document, 'page', { type: 'SelectIdPNode' }, 1)).toContain('can only stand alone on a page');
  });

  test('takes a node at the place where it is dropped, and gives it back where it is dropped', () => {
    const moved = intoPageCommand([], document, 'wait', 'page', 0).apply(document);
    expect(inside(moved)).toEqual(['wait', 'name']);
    expect(moved.tree.nodes?.status?.connections).toMatchObject({ pending: 'page' });
    const out = outOfPageCommand([], moved, 'page', 'wait', { x: 5, y: 900 }).apply(moved);
    expect(out.tree.nodes?.wait).toMatchObject({ x: 5, y: 900, connections: {} });
    expect(inside(out)).toEqual(['name']);
  });

  test('gives a node to another page', () => {
    const adding = addCommand([], 'PageNode', { x: 0, y: 900 });
    const before = adding.apply(document);
    const after = betweenPagesCommand([], before, 'page', 'name', adding.id, 0).apply(before);
    expect([inside(after), inside(after, adding.id)]).toEqual([[], ['name']]);
    expect(after.tree.nodes?.name).toBeUndefined();
  });
});
