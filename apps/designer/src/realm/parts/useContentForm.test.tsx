import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Stubs } from '../stubs/Stubs.tsx';
import { field, listed, press, type Sent, serve, show, text, type } from '../testing.tsx';
import { Variables } from '../variables/Variables.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const stub = { _id: 's1', method: 'GET', url: 'https://api.example.com/*', status: 200, body: '{}' };
const key = { _id: 'esv-key', description: 'Gateway' };

/** A server whose stub somebody else may change; a late PUT is refused as it refuses one. */
function world() {
  const at = { stubs: listed([stub]), secrets: listed([key]), variables: listed([]) };
  const writes = serve(at, ({ path }: Sent) => {
    const kind = path.includes('/stubs/') ? 'stubs' : 'secrets';
    const id = kind === 'stubs' ? 's1' : 'esv-key';
    const version = at[kind].versions[id] ?? 0;
    const current = at[kind].items.find(({ _id }) => _id === id) ?? null;
    if (path.endsWith(`=${version}`)) return current ?? { ...stub };
    return Response.json({ title: 'Changed in between', status: 409, errors: [], current, version }, { status: 409 });
  });
  return { at, writes };
}

async function stubOpen() {
  const { at, writes } = world();
  const { client } = show(<Stubs realm="alpha" />);
  await press('https://api.example.com/*');
  const somebodySaves = (items: { _id: string }[]) => {
    at.stubs = listed(items, 7);
  };
  const told = () => act(() => client.invalidateQueries());
  return { writes, somebodySaves, told };
}

const conflict = () => screen.findByRole('alertdialog', { name: 'Somebody else saved this stub' }, { timeout: 10_000 });
const button = async (name: string) => within(await conflict()).getByRole('button', { name });

test('what the person has not touched follows what somebody else saved, and is saved over their version', async () => {
  const { writes, somebodySaves, told } = await stubOpen();
  await type('Status', '503');
  somebodySaves([{ ...stub, body: 'theirs' } as never]);
  await told();
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Body').value).toBe('theirs'));
  await press('Save');
  await waitFor(() => expect(writes).toMatchObject([{ path: expect.stringContaining('baseVersion=7'), body: { status: 503, body: 'theirs' } }]));
});

test('a late save shows both sides, and both can be kept where they do not touch each other', async () => {
  const { writes, somebodySaves } = await stubOpen();
  await type('Status', '503');
  somebodySaves([{ ...stub, body: 'theirs' } as never]);
  await press('Save');
  const dialog = await conflict();
  expect(within(dialog).getByRole('region', { name: 'Theirs' }).textContent).toContain('theirs');
  expect(within(dialog).getByRole('region', { name: 'Mine' }).textContent).toContain('503');
  (await button('Merge both and save')).click();
  await waitFor(() => expect(writes[1]).toMatchObject({ path: expect.stringContaining('baseVersion=7'), body: { status: 503, body: 'theirs' } }));
});

test('the same field changed by both: nothing is merged, and mine is written over theirs only when it is said', async () => {
  const { writes, somebodySaves, told } = await stubOpen();
  await type('Body', 'mine');
  somebodySaves([{ ...stub, body: 'theirs' } as never]);
  await told();
  expect((await field('Body')).value).toBe('mine');
  await press('Save');
  expect(within(await conflict()).queryByRole('button', { name: 'Merge both and save' })).toBeNull();
  (await button('Keep mine, overwrite theirs')).click();
  await waitFor(() => expect(writes[1]).toMatchObject({ path: expect.stringContaining('baseVersion=7'), body: { body: 'mine' } }));
});

test('theirs taken, the form shows it and has nothing to save', async () => {
  const { somebodySaves } = await stubOpen();
  await type('Body', 'mine');
  somebodySaves([{ ...stub, body: 'theirs' } as never]);
  await press('Save');
  (await button('Take theirs, drop mine')).click();
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Body').value).toBe('theirs'));
  await press('Cancel');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('deleted in between, it can be created again', async () => {
  const { writes, somebodySaves } = await stubOpen();
  await type('Body', 'mine');
  somebodySaves([]);
  await press('Save');
  (await button('Create it again')).click();
  await waitFor(() => expect(writes[1]).toMatchObject({ path: expect.stringContaining('baseVersion=0'), body: { body: 'mine' } }));
});

test('another value of a secret cannot be seen: it is not written over without a word', async () => {
  const { at, writes } = world();
  const { client } = show(<Variables realm="alpha" />);
  await press('esv-key');
  await type('New value', 'Tr0ub4dor');
  at.secrets = listed([key], 7);
  await act(() => client.invalidateQueries());
  await press('Save');
  await text('Something that is not shown here.');
  expect(document.body.textContent).not.toContain('Tr0ub4dor');
  expect(writes[0]?.path).toContain('baseVersion=3');
});

test('a name that somebody else took in between is refused, and another one can be given', async () => {
  const refused = { title: 'Changed in between', status: 409, errors: [], current: { ...key, _id: 'esv-new' }, version: 7 };
  const writes = serve({ secrets: listed([]), variables: listed([]) }, ({ path, body }) =>
    path.includes('esv-new?') ? Response.json(refused, { status: 409 }) : body,
  );
  show(<Variables realm="alpha" />);
  await press('New secret');
  await type('Name', 'esv-new');
  await type('Value', 'Tr0ub4dor');
  await press('Create secret');
  await text('There is a "esv-new" already.');
  await type('Name', 'esv-newer');
  await press('Create secret');
  await waitFor(() => expect(writes[1]?.path).toContain('esv-newer?baseVersion=0'));
});
