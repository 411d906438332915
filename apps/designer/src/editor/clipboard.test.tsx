import type { RealmResources } from '@tandem/api';
import { SUCCESS_NODE_ID } from '@tandem/journey';
import { cleanup, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CanvasHandle } from '../canvas/index.ts';
import { useToasts } from '../components/toast.ts';
import { loopDocument } from '../testing/documents.ts';
import { pasteText } from './clipboard.ts';
import { createEditorStore, type EditorStore } from './store/editorStore.ts';
import type { PaneTools } from './useCanvasActions.ts';
import { useClipboard } from './useClipboard.ts';

const resources: RealmResources = { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };
const handle: CanvasHandle = {
  rename: () => false,
  reveal: () => undefined,
  show: () => undefined,
  center: () => ({ x: 100, y: 100 }),
  placeOfNote: () => ({ x: 100, y: 100 }),
  focus: () => undefined,
  current: () => null,
  fit: () => undefined,
};
const nothing = () => undefined;
const opened = vi.fn();

function open(name: string): EditorStore {
  const document = loopDocument();
  return createEditorStore('alpha', { id: name, version: 1, ...document, tree: { ...document.tree, _id: name } }, null);
}
const toolsOf = (store: EditorStore): PaneTools => ({
  store,
  kinds: [],
  resources,
  canvas: { current: handle },
  openDialog: opened,
  openJourney: nothing,
  rename: nothing,
  openSettings: nothing,
});
function Place({ tools }: { tools: PaneTools }) {
  const pane = useRef<HTMLDivElement>(null);
  useClipboard(pane, tools);
  return (
    <div ref={pane}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: stands for the canvas */}
      <section data-canvas="" tabIndex={0} aria-label={tools.store.getState().id}>
        <input aria-label="name" />
      </section>
    </div>
  );
}

function fire(kind: 'copy' | 'cut' | 'paste', data: DataTransfer): Event {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: data });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event;
}
const count = (store: EditorStore) => Object.keys(store.getState().document.tree.nodes ?? {}).length;

afterEach(() => {
  cleanup();
  opened.mockReset();
});

describe('the browser’s copy, cut and paste', () => {
  test('take nodes from one journey to another, with one step of the history', async () => {
    const [one, two] = [open('One'), open('Two')];
    render(<Place tools={toolsOf(one)} />);
    render(<Place tools={toolsOf(two)} />);
    one.select({ nodes: ['status', 'wait'], edge: null });
    const data = new DataTransfer();
    screen.getByLabelText('One').focus();
    expect(fire('copy', data).defaultPrevented).toBe(true);
    screen.getByLabelText('Two').focus();
    fire('paste', data);
    await vi.waitFor(() => expect([count(one), count(two)]).toEqual([4, 6]));
    const { document, selection, history } = two.getState();
    const [status = '', wait = ''] = selection.nodes;
    expect(document.tree.nodes?.[status]?.connections).toEqual({ pending: wait, success: SUCCESS_NODE_ID });
    expect(history.past.map(({ name }) => name)).toEqual(['Paste 2 nodes']);
    fire('paste', data);
    await vi.waitFor(() => expect(count(two)).toBe(8));
    two.undo();
    two.undo();
    expect(count(two)).toBe(4);
  });

  test('cut takes the nodes away', () => {
    const store = open('One');
    render(<Place tools={toolsOf(store)} />);
    store.select({ nodes: ['wait'], edge: null });
    screen.getByLabelText('One').focus();
    fire('cut', new DataTransfer());
    expect(store.getState().document.tree.nodes?.wait).toBeUndefined();
    expect(store.getState().history.past.at(-1)?.name).toBe('Cut Wait');
    expect(useToasts.getState().status).toBe('Cut 1 node');
  });

  test('do nothing in a field, nor without the focus', () => {
    const store = open('One');
    render(<Place tools={toolsOf(store)} />);
    store.select({ nodes: ['wait'], edge: null });
    const data = new DataTransfer();
    data.setData('text/plain', 'hello');
    screen.getByLabelText('name').focus();
    expect(['copy', 'cut', 'paste'].map((kind) => fire(kind as 'copy', data).defaultPrevented)).toEqual([false, false, false]);
    screen.getByLabelText('name').blur();
    expect(fire('paste', data).defaultPrevented).toBe(false);
    expect([count(store), opened.mock.calls.length]).toEqual([4, 0]);
  });

  test('of other text says what is wrong, with the text kept', async () => {
    const store = open('One');
    render(<Place tools={toolsOf(store)} />);
    screen.getByLabelText('One').focus();
    const data = new DataTransfer();
    data.setData('text/plain', '{"a": 1}');
    fire('paste', data);
    await vi.waitFor(() =>
      expect(opened).toHaveBeenCalledWith({ kind: 'paste', text: '{"a": 1}', error: expect.objectContaining({ code: 'not-an-export' }) }),
    );
    expect(count(store)).toBe(4);
  });
});

test('nodes that are pasted lie on no others', async () => {
  const store = open('One');
  const text = JSON.stringify({
    tandem: 'nodes',
    version: 1,
    journey: 'One',
    nodes: { a: { nodeType: 'PollingWaitNode', x: 1100, y: 100 } },
    resources: { a: { _id: 'a', _type: { _id: 'PollingWaitNode' } } },
  });
  expect(await pasteText(toolsOf(store), text)).toBeNull();
  const [id = ''] = store.getState().selection.nodes;
  expect(store.getState().document.tree.nodes?.[id]).toMatchObject({ x: 1100, y: 200 });
});
