import { beforeEach, describe, expect, test } from 'vitest';
import { childrenOf } from '../canvas/index.ts';
import { useToasts } from '../components/toast.ts';
import { loopDocument } from '../testing/documents.ts';
import { addToPage, moveToPage, stepOnPage } from './pageActions.ts';
import { createEditorStore } from './store/editorStore.ts';

function opened() {
  const store = createEditorStore('alpha', { id: 'Loop', version: 1, ...loopDocument() }, null);
  const tools = { store, kinds: [] };
  const order = () => childrenOf(store.getState().document.nodes.page).map(({ id }) => id);
  return { store, tools, order };
}
const said = () => useToasts.getState();
beforeEach(() => useToasts.setState({ toasts: [], status: '', alert: '' }));

describe('a node of a page', () => {
  test('goes up and down one by one, which is said, and the page stays what is selected', () => {
    const { store, tools, order } = opened();
    const added = addToPage(tools, 'page', 'PasswordCollectorNode');
    store.select({ nodes: ['page'], edge: null });
    stepOnPage(tools, 'page', 'name', 1);
    expect(order()).toEqual([added, 'name']);
    expect(said().status).toBe('Move Who in Ask: 2 of 2');
    expect([store.getState().selection.nodes, store.getState().child]).toEqual([['page'], null]);
    stepOnPage(tools, 'page', 'name', -1);
    expect(order()).toEqual(['name', added]);
  });

  test('with several outcomes stays the last, and it is said why', () => {
    const { store, tools, order } = opened();
    expect(moveToPage(tools, 'page', 'status')).toBe(true);
    const before = store.getState().document;
    stepOnPage(tools, 'page', 'status', -1);
    stepOnPage(tools, 'page', 'name', 1);
    expect([order(), store.getState().document === before]).toEqual([['name', 'status'], true]);
    expect(said().alert).toContain('Look has several outcomes and must stay the last');
  });

  test('that cannot stand there is not moved, and it is said why', () => {
    const { tools } = opened();
    expect(moveToPage(tools, 'page', 'page')).toBe(false);
    expect(said().alert).toContain('cannot stand on a page');
  });
});
