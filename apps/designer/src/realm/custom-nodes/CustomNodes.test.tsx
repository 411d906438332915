import type { CustomNodeType } from '@tandem/journey';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { button, field, fullStorage, press, type Sent, serve, show, text, type } from '../testing.tsx';
import { CustomNodes } from './CustomNodes.tsx';

// The designer is loaded when it is first opened: that is not what these tests wait for.
beforeAll(async () => {
  await import('./CustomNodePage.tsx');
}, 120_000);
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

const service = 'a'.repeat(32);
const score: CustomNodeType = {
  _id: `${service}-1`,
  serviceName: service,
  displayName: 'Score',
  description: 'Rates a person.',
  outcomes: ['Low', 'High'],
  inputs: [],
  outputs: [],
  script: 'action.goTo("Low");',
  errorOutcome: false,
  tags: ['customNode', 'math', 'utilities'],
  properties: { limit: { title: 'Limit', type: 'NUMBER', required: true, defaultValue: 5, multivalued: false } },
};
const spare = { ...score, _id: `${'b'.repeat(32)}-1`, serviceName: 'b'.repeat(32), displayName: 'Spare', tags: ['risk'], script: '// nothing' };
const uses = [{ journey: 'Login', node: 'n', displayName: 'Ask score' }];
const record = (nodeType: CustomNodeType, more: object = {}) => ({ nodeType, version: 3, modifiedAt: '2026-01-02T00:00:00Z', uses: [], ...more });
const knowledge = {
  journeys: {},
  nodes: {},
  scripts: {},
  nodeTypes: {},
  emailTemplates: {},
  variables: {},
  services: { transactionTimeToLive: 180 },
};
const gets = { 'custom-nodes': { customNodes: [record(score, { uses }), record(spare)] }, knowledge };
const openTab = async (name: string) => fireEvent.click(await screen.findByRole('tab', { name }, { timeout: 10_000 }));
const effect = { ...uses[0], cut: [{ outcome: 'High', to: 'Success' }], moved: [], values: [], needs: [] };

/** A server that tells one effect and takes what is saved. */
const taking =
  (effects: object[] = []) =>
  ({ path, body }: Sent) =>
    path.endsWith('/effects') ? { effects } : { ...record((body as { nodeType: CustomNodeType }).nodeType, { version: 4, uses }), effects };

test('types are listed with category, tags and users, and found by what stands in them', async () => {
  serve(gets);
  show(<CustomNodes realm="alpha" item={undefined} />);
  const row = (await screen.findByRole('link', { name: 'Score' })).closest('tr');
  expect(row?.textContent).toContain('Rates a person.UtilitiesmathLow, HighLogin · 1 node');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'gato' } });
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '// nothing' } });
  await text('1 of 2 custom nodes');
  expect(screen.queryByRole('link', { name: 'Score' })).toBeNull();
});

test('what journeys use is not deleted: the journeys are named, each a way there, and only what is unused goes', async () => {
  const writes = serve(gets, () => ({ deleted: [spare._id] }));
  show(<CustomNodes realm="alpha" item={undefined} />);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose all shown' }));
  await press('Delete 2 chosen');
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete Spare?' }));
  expect(dialog.getByRole('link', { name: 'Login' }).getAttribute('href')).toBe('/realms/alpha/journeys/Login');
  await press('Delete 1 unused');
  await waitFor(() => expect(writes).toMatchObject([{ body: { ids: [spare._id] } }]));
});

test('a type in use is not offered for deletion at all', async () => {
  serve(gets);
  show(<CustomNodes realm="alpha" item={undefined} />);
  fireEvent.click(await screen.findByRole('checkbox', { name: /Score/ }));
  await press('Delete 1 chosen');
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Score cannot be deleted yet' }));
  expect(dialog.queryByRole('button', { name: /Delete/ })).toBeNull();
});

test('what the server refuses, because a journey uses it since, is shown with the journeys', async () => {
  const errors = [{ journey: 'Login', node: 'n', message: '"Ask score" of the journey "Login" is a "Spare".' }];
  serve(gets, () => Response.json({ title: 'The custom node is in use', status: 409, detail: 'It is used.', errors }, { status: 409 }));
  show(<CustomNodes realm="alpha" item={undefined} />);
  fireEvent.click(await screen.findByRole('checkbox', { name: /Spare/ }));
  await press('Delete 1 chosen');
  await press('Delete custom node');
  await text(/"Ask score" of the journey "Login" is a "Spare"/);
});

test('a new one is created with an id in AIC’s shape; without a name it is not sent', async () => {
  const writes = serve(gets, taking());
  show(<CustomNodes realm="alpha" item="new" />);
  await press(/^Create custom node/);
  await text('A custom node needs a name.');
  expect(writes).toEqual([]);
  await type('Name', 'Rate limit');
  await press(/^Create custom node/);
  await waitFor(() => expect(writes).toHaveLength(1));
  expect(writes[0]?.body).toMatchObject({
    baseVersion: 0,
    nodeType: { displayName: 'Rate limit', version: 1, outcomes: ['Success'], properties: {} },
  });
  expect(writes[0]?.path).toMatch(/custom-nodes\/[0-9a-f]{32}-1$/);
  await waitFor(() => expect(location.pathname).toMatch(/custom-nodes\/[0-9a-f]{32}-1$/));
  expect(localStorage.length).toBe(0);
});

test('a change that shows on nodes is told before it is saved', async () => {
  const writes = serve(gets, taking([effect]));
  show(<CustomNodes realm="alpha" item={score._id} />);
  await openTab('Settings');
  await press('Remove High');
  await type('Outcome 1', 'Few');
  await press(/^Save/);
  const dialog = await screen.findByRole('alertdialog', {}, { timeout: 10_000 });
  expect(within(dialog).getByText('The connection of High to Success is cut.')).toBeTruthy();
  expect(writes.map(({ method }) => method)).toEqual(['POST']);
  await press('Save and replace 1 node in place');
  await waitFor(() => expect(writes).toHaveLength(2));
  expect(writes[1]).toMatchObject({
    method: 'PUT',
    body: { baseVersion: 3, instances: 'replace', nodeType: { outcomes: ['Few'] }, renamed: { outcomes: { Few: 'Low' } } },
  });
});

test('a change of the script alone is saved at once', async () => {
  const writes = serve(gets, taking([effect]));
  show(<CustomNodes realm="alpha" item={score._id} />);
  await openTab('Details');
  await type(/^Description/, 'Better');
  await press(/^Save/);
  await waitFor(() => expect(writes.map(({ method }) => method)).toEqual(['PUT']));
});

test('undo and redo go through all tabs; unsaved work is there again after a reload', async () => {
  serve(gets, taking());
  const first = show(<CustomNodes realm="alpha" item={score._id} />);
  await openTab('Details');
  await type('Name', 'Rating');
  await openTab('Settings');
  await press('Remove High');
  await press(/^Undo: Remove outcome/);
  await field('Outcome 2');
  await press(/^Undo: Rename/);
  await text('Saved');
  await press(/^Redo: Rename/);
  first.unmount();
  show(<CustomNodes realm="alpha" item={score._id} />);
  await text('Your unsaved changes are back.');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rating');
  await press('Discard them');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Score');
});

test('a new one that was not saved is there again after a reload, and can be given up', async () => {
  serve(gets, taking());
  const first = show(<CustomNodes realm="alpha" item="new" />);
  await type('Name', 'Half done');
  first.unmount();
  show(<CustomNodes realm="alpha" item="new" />);
  await text('Your unsaved changes are back.');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Half done');
  await press('Discard them');
  await text('Not saved yet');
  expect(localStorage.length).toBe(0);
});

test('the focus is in the name of a new type, and on the heading of one that is there', async () => {
  serve(gets, () => ({}));
  show(<CustomNodes realm="alpha" item="new" />);
  const name = await screen.findByRole('textbox', { name: 'Name' }, { timeout: 10_000 });
  await waitFor(() => expect(document.activeElement).toBe(name));
  cleanup();
  show(<CustomNodes realm="alpha" item={spare._id} />);
  const heading = await screen.findByRole('heading', { level: 1, name: 'Spare' }, { timeout: 10_000 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
});

test('a type with unsaved changes is deleted without a further question', async () => {
  const writes = serve(gets, ({ body }) => body);
  show(<CustomNodes realm="alpha" item={spare._id} />);
  await openTab('Details');
  await type('Name', 'Changed');
  await press('More for this custom node');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete custom node' }));
  await press('Delete custom node');
  await waitFor(() => expect(location.pathname).toBe('/realms/alpha/custom-nodes'));
  expect(writes).toMatchObject([{ path: '/api/realms/alpha/custom-nodes/delete', body: { ids: [spare._id] } }]);
  expect(screen.queryByText('Discard the changes?')).toBeNull();
});

test('a property is added with enumerated values and a default', async () => {
  const writes = serve(gets, taking());
  show(<CustomNodes realm="alpha" item={spare._id} />);
  await openTab('Properties');
  await press('Add property');
  const dialog = await screen.findByRole('alertdialog', {}, { timeout: 10_000 });
  const within_ = within(dialog);
  fireEvent.change(within_.getByLabelText('Name'), { target: { value: 'limit' } });
  fireEvent.click(within_.getByRole('button', { name: 'Add property' }));
  await text('There is a property “limit” already.');
  fireEvent.change(within_.getByLabelText('Name'), { target: { value: 'mode' } });
  fireEvent.change(within_.getByLabelText('Label'), { target: { value: 'Mode' } });
  fireEvent.click(within_.getByRole('switch', { name: /^Enumerated values/ }));
  fireEvent.change(within_.getByLabelText('Key 1'), { target: { value: 'FAST' } });
  fireEvent.change(within_.getByLabelText('Label of FAST'), { target: { value: 'Fast' } });
  fireEvent.click(within_.getByRole('button', { name: 'Add property' }));
  await button('Mode');
  await press(/^Save/);
  await waitFor(() => expect(writes.at(-1)?.method).toBe('PUT'));
  expect(writes.at(-1)?.body).toMatchObject({ nodeType: { properties: { mode: { title: 'Mode', type: 'STRING', options: { FAST: 'Fast' } } } } });
});

test('a stale save shows both sides, and the own one can be kept', async () => {
  const theirs = { ...score, displayName: 'Theirs' };
  let refuse = true;
  const writes = serve(gets, (sent) => {
    if (!refuse) return taking()(sent);
    refuse = false;
    return Response.json({ title: 'Changed', status: 409, errors: [], current: record(theirs, { version: 7 }) }, { status: 409 });
  });
  show(<CustomNodes realm="alpha" item={score._id} />);
  await openTab('Details');
  await type('Name', 'Mine');
  await press(/^Save/);
  await text('Name: Score → Theirs');
  await text('Name: Score → Mine');
  await press('Keep mine, overwrite theirs');
  await waitFor(() => expect(writes.at(-1)).toMatchObject({ body: { baseVersion: 7, nodeType: { displayName: 'Mine' } } }));
});

test('the focus goes along with an outcome that is moved, and stays in the list when one is removed', async () => {
  serve(gets);
  show(<CustomNodes realm="alpha" item={score._id} />);
  await openTab('Settings');
  const focused = async (name: string) => {
    const found = await button(name);
    found.focus();
    fireEvent.click(found);
  };
  const label = () => document.activeElement?.getAttribute('aria-label');
  await focused('Move Low down');
  await waitFor(() => expect(label()).toBe('Move Low down'));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Outcome 2' }).value).toBe('Low');
  await focused('Remove Low');
  await waitFor(() => expect(label()).toBe('Remove High'));
});

test('a browser that has no room for unsaved changes says so until they are saved', async () => {
  serve(gets, taking());
  show(<CustomNodes realm="alpha" item={score._id} />);
  await openTab('Details');
  const browser = localStorage;
  vi.stubGlobal('localStorage', fullStorage);
  await type('Description (optional)', 'Rates someone.');
  await text(/no room to keep your unsaved changes/);
  vi.stubGlobal('localStorage', browser);
  await press('Save now');
  await waitFor(() => expect(screen.queryByText(/no room to keep/)).toBeNull());
});
