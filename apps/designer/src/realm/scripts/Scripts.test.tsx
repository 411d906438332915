import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ToastRegion } from '../../components/index.ts';
import { button, fullStorage, press, serve, show, text, type } from '../testing.tsx';
import { Scripts } from './Scripts.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const script = { _id: 's1', name: 'Decide', script: '"outcome = \\"a\\";"', context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' };
const library = { _id: 'l1', name: 'Helpers', script: '"exports.secretWord = 1;"', context: 'LIBRARY', evaluatorVersion: '2.0' };
const record = (of: typeof script, more: object = {}) => ({
  script: of,
  version: 3,
  modifiedAt: '2026-01-02T00:00:00Z',
  uses: [],
  requiredBy: [],
  ...more,
});
const used = record(script, { uses: [{ journey: 'Login', node: 'n', displayName: 'Who' }] });
const knowledge = {
  journeys: {},
  nodes: {},
  scripts: {},
  nodeTypes: {},
  emailTemplates: {},
  variables: {},
  services: { transactionTimeToLive: 180 },
};
const gets = { scripts: { scripts: [used, record(library, { requiredBy: ['Decide'] })] }, knowledge };
const saved = ({ body }: { body: unknown }) => ({ ...used, version: 4, script: (body as { script: unknown }).script });

test('scripts are listed with engine and users, and found by what stands in them', async () => {
  serve(gets);
  show(<Scripts realm="alpha" />);
  const row = (await button('Decide')).closest('tr');
  expect(row?.textContent).toContain('Login');
  expect((await button('Helpers')).closest('tr')?.textContent).toContain('required by Decide');
  await type('Search names and sources', 'secretword');
  expect(screen.queryByRole('button', { name: 'Decide' })).toBeNull();
});

test('a changed script is saved with the version it was read at', async () => {
  const writes = serve(gets, saved);
  show(<Scripts realm="alpha" />);
  await press('Decide');
  await press('More for this script');
  fireEvent.click(await screen.findByRole('menuitem', { name: /Rename/ }));
  await type('Name', 'Choose');
  await press('Apply');
  expect((await text('Unsaved changes')).textContent).toBe('Unsaved changes');
  await press('Save');
  await waitFor(() => expect(writes).toHaveLength(1));
  expect(writes[0]).toMatchObject({
    method: 'PUT',
    path: '/api/realms/alpha/scripts/s1',
    body: { baseVersion: 3, script: { ...script, name: 'Choose' } },
  });
});

test('a library with another name: the dialog says who requires it, and the save who was changed', async () => {
  const rewritten = { scripts: ['Decide'], nodeTypes: ['Greeter'] };
  const kept = record(library, { requiredBy: ['Decide'], requiredByNodeTypes: ['Greeter'] });
  serve({ ...gets, scripts: { scripts: [used, kept] } }, ({ body }) => ({
    ...kept,
    version: 4,
    script: (body as { script: unknown }).script,
    rewritten,
  }));
  show(
    <>
      <Scripts realm="alpha" />
      <ToastRegion />
    </>,
  );
  await press('Helpers');
  await press('More for this script');
  fireEvent.click(await screen.findByRole('menuitem', { name: /Rename/ }));
  expect(screen.queryByText(/changed in Decide/)).toBeNull();
  await type('Name', 'Tools');
  await text(/it is changed in Decide, the custom node Greeter, too/);
  await press('Apply');
  await press('Save');
  await text('Saved Tools, now required by this name in Decide, the custom node Greeter');
});

test('somebody else’s save is shown beside mine, and mine may go over it', async () => {
  const theirs = record({ ...script, script: '"outcome = \\"theirs\\";"' }, { version: 7 });
  let refused = false;
  const writes = serve(gets, (sent) => {
    if (refused) return saved(sent);
    refused = true;
    return Response.json({ title: 'The script has changed in between', status: 409, errors: [], current: theirs }, { status: 409 });
  });
  show(<Scripts realm="alpha" />);
  await press('Decide');
  await press('More for this script');
  fireEvent.click(await screen.findByRole('menuitem', { name: /Rename/ }));
  await type('Name', 'Mine');
  await press('Apply');
  await press('Save');
  await text('outcome = "theirs";');
  await text('Mine, now called Mine');
  await press('Keep mine, overwrite theirs');
  await waitFor(() => expect(writes.at(-1)).toMatchObject({ body: { baseVersion: 7, script: { name: 'Mine' } } }));
});

test('what is used is not deleted: the server’s refusal names the users', async () => {
  const errors = [{ journey: 'Login', node: 'n', message: '"Who" of the journey "Login" runs it.' }];
  serve(gets, () => Response.json({ title: 'The script is in use', status: 409, detail: 'It is used in 1 place.', errors }, { status: 409 }));
  show(<Scripts realm="alpha" />);
  await press('Decide');
  await press('More for this script');
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete script' }));
  await press('Delete script');
  await text(/"Who" of the journey "Login" runs it/);
});

test('what was not saved is back after a crash, based on what it was then, and can be discarded', async () => {
  const mine = { ...script, name: 'Half done' };
  // A tab that is gone kept it; meanwhile somebody else has saved.
  const kept = JSON.stringify({ baseVersion: 2, base: { ...script, description: 'older' }, script: mine });
  localStorage.setItem(`tandem.script.alpha/s1@${crypto.randomUUID()}`, kept);
  const writes = serve(gets, saved);
  show(<Scripts realm="alpha" />);
  await press('Decide');
  await text('Your unsaved changes are back.');
  expect((await text('Unsaved changes')).textContent).toBe('Unsaved changes');
  await press('Save');
  await waitFor(() => expect(writes[0]).toMatchObject({ body: { baseVersion: 2, script: mine } }));
  await waitFor(() => expect(localStorage.length).toBe(0));
});

async function rename(to: string) {
  await press('More for this script');
  fireEvent.click(await screen.findByRole('menuitem', { name: /Rename/ }));
  await type('Name', to);
  await press('Apply');
}

test('unsaved work on a script is kept while it is typed, and given up with Discard', async () => {
  serve(gets, saved);
  show(<Scripts realm="alpha" />);
  await press('Decide');
  await rename('Half done');
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain('Half done'));
  await press('All scripts');
  await press('Discard changes');
  await button('New script');
  await waitFor(() => expect(localStorage.length).toBe(0));
});

test('a screen that goes away without asking keeps what was not saved', async () => {
  serve(gets, saved);
  show(<Scripts realm="alpha" />);
  await press('Decide');
  await rename('Half done');
  cleanup();
  expect(JSON.stringify({ ...localStorage })).toContain('Half done');
});

test('what came back is announced once: not again after it was discarded and something else is changed', async () => {
  const kept = JSON.stringify({ baseVersion: 3, base: script, script: { ...script, name: 'Half done' } });
  localStorage.setItem(`tandem.script.alpha/s1@${crypto.randomUUID()}`, kept);
  serve(gets, saved);
  show(<Scripts realm="alpha" />);
  await press('Decide');
  await press('Discard them');
  await rename('Another');
  await text('Unsaved changes');
  expect(screen.queryByText('Your unsaved changes are back.')).toBeNull();
});

test('a script that somebody else deletes stays open with what was changed in it, and can be created again', async () => {
  const here: { scripts: unknown; knowledge: unknown } = { ...gets };
  const gone = Response.json({ title: 'The script has changed in between', status: 409, errors: [], current: null }, { status: 409 });
  let isAsked = false;
  const writes = serve(here, (sent) => {
    if (isAsked) return saved(sent);
    isAsked = true;
    return gone;
  });
  const { client } = show(<Scripts realm="alpha" />);
  await press('Decide');
  await rename('Mine');
  here.scripts = { scripts: [record(library)] };
  await client.invalidateQueries();
  await text(/Somebody else deleted this script/);
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain('Mine'));
  await press('Save');
  await press('Create it again');
  await waitFor(() => expect(writes.at(-1)).toMatchObject({ body: { baseVersion: 0, script: { name: 'Mine' } } }));
});

test('a script that was not created keeps its dialog, with what was typed and why', async () => {
  serve(gets, () => Response.json({ title: 'Bad Request', status: 400, detail: 'No room.', errors: [] }, { status: 400 }));
  show(<Scripts realm="alpha" />);
  await press('New script');
  await type('Name', 'Fresh');
  await press('Create script');
  await text('The script was not created');
  expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('Fresh');
});

test('a conflict says what else than the source either side changed', async () => {
  const theirs = record({ ...script, evaluatorVersion: '1.0' }, { version: 7 });
  serve(gets, () => Response.json({ title: 'x', status: 409, errors: [], current: theirs }, { status: 409 }));
  show(<Scripts realm="alpha" />);
  await press('Decide');
  await rename('Mine');
  await press('Save');
  await text('Version of the engine');
});

test('a browser that has no room for unsaved changes says so until they are saved', async () => {
  serve(gets, saved);
  show(<Scripts realm="alpha" />);
  await press('Decide');
  const browser = localStorage;
  vi.stubGlobal('localStorage', fullStorage);
  await press('More for this script');
  fireEvent.click(await screen.findByRole('menuitem', { name: /Rename/ }));
  await type('Description', 'Decides.');
  await press('Apply');
  await text(/no room to keep your unsaved changes/);
  vi.stubGlobal('localStorage', browser);
  await press('Save now');
  await waitFor(() => expect(screen.queryByText(/no room to keep/)).toBeNull());
});
