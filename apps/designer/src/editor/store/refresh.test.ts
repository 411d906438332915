import { describe, expect, test } from 'vitest';
import { connectionKey } from '../../canvas/index.ts';
import { loopDocument } from '../../testing/documents.ts';
import { connectCommand } from './commands.ts';
import { createEditorStore, isDirty } from './editorStore.ts';

const document = loopDocument();
const first = { id: 'Loop', version: 1, ...document };
const described = (description: string, version: number) => ({ ...first, version, tree: { ...document.tree, description } });
const describeIt = (text: string) => ({
  name: 'Describe',
  apply: (now: typeof document) => ({ ...now, tree: { ...now.tree, description: text } }),
});

describe('a version that somebody else saved while the journey is open', () => {
  test('is taken when nothing is unsaved, and what was done before can still be undone', () => {
    const store = createEditorStore('alpha', first, null);
    store.run(describeIt('mine'));
    store.accepted(store.getState().document, 2);
    expect(store.refresh(described('theirs', 3))).toBe(true);
    expect([store.getState().document.tree.description, store.getState().baseVersion, isDirty(store.getState())]).toEqual(['theirs', 3, false]);
    expect([store.undo(), store.undo()]).toEqual(['Take what somebody else saved', 'Describe']);
    expect(store.getState().document).toEqual(document);
    expect(isDirty(store.getState())).toBe(true);
  });

  test('leaves unsaved work alone, and so does one that is older than what was saved from here', () => {
    const store = createEditorStore('alpha', first, null);
    store.run(describeIt('mine'));
    expect(store.refresh(described('theirs', 2))).toBe(false);
    expect([store.getState().document.tree.description, store.getState().baseVersion]).toEqual(['mine', 1]);
    store.accepted(store.getState().document, 4);
    expect(store.refresh(described('theirs', 3))).toBe(false);
    expect(store.getState().document.tree.description).toBe('mine');
  });
});

describe('what is selected', () => {
  test('goes with what somebody else took away, whether there is something to undo or not', () => {
    const { wait: _, ...nodes } = document.tree.nodes ?? {};
    const without = { ...first, version: 2, tree: { ...document.tree, nodes } };
    for (const busy of [false, true]) {
      const store = createEditorStore('alpha', first, null);
      if (busy) store.run(describeIt('mine'));
      if (busy) store.accepted(store.getState().document, 1);
      store.select({ nodes: ['init', 'wait'], edge: null });
      expect(store.refresh(without)).toBe(true);
      expect(store.getState().selection.nodes).toEqual(['init']);
    }
  });

  test('is no connection that was undone', () => {
    const store = createEditorStore('alpha', first, null);
    store.run(connectCommand([], document, 'status', 'failure', 'init'));
    const edge = connectionKey('status', 'failure', 'init');
    store.select({ nodes: [], edge });
    store.run(describeIt('mine'));
    expect(store.getState().selection.edge).toBe(edge);
    store.undo();
    store.undo();
    expect(store.getState().selection.edge).toBeNull();
  });
});
