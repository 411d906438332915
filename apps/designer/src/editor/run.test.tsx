import type { RealmResources } from '@tandem/api';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useToasts } from '../components/toast.ts';
import { loopDocument, resource } from '../testing/documents.ts';
import { EditorContext } from './EditorContext.ts';
import { NodeForm } from './inspector/NodeForm.tsx';
import { hasPendingText } from './pendingText.ts';
import { runJourneys } from './run.ts';
import { saveNow } from './saveNow.ts';
import { settingCommand } from './store/commands.ts';
import type { EditorStore } from './store/editorStore.ts';
import { configIn, definitionFor } from './store/nodes.ts';
import { save } from './store/save.ts';
import { closeStore, storeFor } from './store/stores.ts';

const resources: RealmResources = { journeys: [], scripts: [], emailTemplates: [], nodeTypes: [], identities: [] };
const saved = (version: number) => Response.json({ id: 'A', version, modifiedAt: '2026-01-01T00:00:00Z' });
const open = (id: string) => {
  const document = loopDocument();
  const nodes = { ...document.tree.nodes, odd: { nodeType: 'OddNode', displayName: 'Odd', x: 0, y: 0, connections: {} } };
  return storeFor('alpha', {
    id,
    version: 1,
    ...document,
    tree: { ...document.tree, nodes },
    nodes: { ...document.nodes, odd: resource('OddNode', 'odd', { options: { a: 1 } }) },
  });
};
const edit = (store: EditorStore, text: string) => store.run(settingCommand('description', text, 'description'));

interface Sent {
  path: string;
  body: { tree?: { description?: string }; nodes?: Record<string, { options?: unknown }> };
}
let sent: Sent[];
function answering(answer: (path: string) => Response | Promise<Response>) {
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(init?.body)) as Sent['body'] });
    return answer(path);
  });
}
/** A server that saves and that starts simulations. */
const willing = (path: string) =>
  path.startsWith('/api/simulations')
    ? Response.json({ id: 'sim1', baseUrl: '/sim/sim1/am', clock: { mode: 'virtual', now: '2026-01-01T00:00:00Z', rate: 0 } }, { status: 201 })
    : saved(2);

beforeEach(() => {
  sent = [];
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  for (const id of ['A', 'B']) closeStore('alpha', id);
});

describe('run', () => {
  test('names the journey that could not be saved, although it is not on the screen', async () => {
    open('A');
    edit(open('B'), 'mine');
    const refused = { title: 'Refused', status: 400, errors: [{ node: 'init', message: 'Too small.' }] };
    answering(() => Response.json(refused, { status: 400 }));
    await expect(runJourneys('alpha', 'A')).rejects.toMatchObject({
      message: 'B could not be saved: Refused',
      errors: [{ node: 'init', message: 'Too small.' }],
    });
  });

  test('says so when somebody else saved the other journey in between', async () => {
    const store = open('B');
    edit(store, 'mine');
    answering(() => Response.json({ title: 'Conflict', status: 409, current: null }, { status: 409 }));
    await expect(runJourneys('alpha', 'A')).rejects.toThrow('B could not be saved: somebody else saved it in between');
    expect(store.getState().conflict).not.toBeNull();
  });

  test('waits for a save that is under way, and saves what came after it', async () => {
    const store = open('A');
    edit(store, 'first');
    let finish: (response: Response) => void = () => undefined;
    answering(() => new Promise<Response>((resolve) => (finish = resolve)));
    const first = save(store);
    edit(store, 'second');
    const running = runJourneys('alpha', 'A');
    answering(willing);
    finish(saved(2));
    await Promise.all([first, running]);
    expect(sent.map(({ path, body }) => body.tree?.description ?? path)).toEqual(['first', 'second', '/api/simulations']);
    expect(location.pathname).toContain('sim1');
  });

  test('leaves unsaved journeys of other realms alone', async () => {
    const other = storeFor('beta', { id: 'A', version: 1, ...loopDocument() });
    edit(other, 'mine');
    answering(willing);
    await runJourneys('alpha', 'A');
    expect(sent.map(({ path }) => path)).toEqual(['/api/simulations']);
    closeStore('beta', 'A');
  });
});

describe('text that still stands in a field', () => {
  function typed(text: string) {
    const store = open('A');
    const definition = definitionFor([], store.getState().document, 'odd');
    if (!definition) throw new Error('The fixture has the node.');
    render(
      <EditorContext value={{ store, resources, openJourney: () => undefined, reveal: () => undefined }}>
        <NodeForm id="odd" definition={definition} />
      </EditorContext>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'As JSON' }));
    const field = screen.getByLabelText<HTMLTextAreaElement>('Options');
    fireEvent.change(field, { target: { value: text } });
    return { store, field };
  }
  const options = () => sent[0]?.body.nodes?.odd?.options;

  test('is saved with the rest', async () => {
    const { store } = typed('{"a":2}');
    answering(willing);
    expect(hasPendingText()).toBe(true);
    expect(await saveNow(store)).toBe(true);
    expect(options()).toEqual({ a: 2 });
    expect(useToasts.getState().status).toBe('Saved A');
  });

  test('stays where it is when it is no JSON, and the words say that it was not saved', async () => {
    const { store, field } = typed('{"a":');
    answering(willing);
    await saveNow(store);
    expect(options()).toEqual({ a: 1 });
    expect(field.value).toBe('{"a":');
    expect(useToasts.getState().alert).toContain('not what stands in Options');
  });

  test('runs with the rest, and a run does not leave it out silently', async () => {
    const { field } = typed('{"a":');
    answering(willing);
    await expect(runJourneys('alpha', 'A')).rejects.toThrow('What stands in Options cannot be stored');
    fireEvent.change(field, { target: { value: '{"a":3}' } });
    await runJourneys('alpha', 'A');
    expect(options()).toEqual({ a: 3 });
  });

  test('that means what is stored changes nothing', async () => {
    const { store, field } = typed('{ "a": 1 }');
    fireEvent.blur(field);
    expect(configIn(store.getState().document, 'odd').options).toEqual({ a: 1 });
    expect(store.getState().document).toBe(store.getState().saved);
  });
});
