import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { button, field, press, refusal, type Sent, serve, show, text, type } from '../testing.tsx';
import { Identities } from './Identities.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const bjensen = {
  _id: 'b1',
  kind: 'user',
  userName: 'bjensen',
  givenName: 'Barbara',
  sn: 'Jensen',
  mail: 'b@example.com',
  accountStatus: 'active',
  hasPassword: true,
  custom_badge: 7,
  aliasList: ['barb'],
  pushDevices: [{ _id: 'd1', uuid: 'd1', deviceName: 'Her phone', createdDate: 1767225600000 }],
};
const scarter = { _id: 's1', kind: 'user', userName: 'scarter', accountStatus: 'inactive', hasPassword: false };
const customAttributes = [
  { name: 'custom_badge', title: 'Badge', type: 'number' },
  { name: 'custom_vip', title: 'VIP', type: 'boolean' },
];

/** The answer to a write: the identity without its password. */
const asView = ({ path, body }: Sent) => ({ ...(body as object), _id: path.split('/').at(-1), hasPassword: true });
function people(write: (sent: Sent) => unknown = asView, identities: unknown[] = [bjensen, scarter]) {
  const writes = serve({ identities: { identities }, services: { transactionTimeToLive: 180, customAttributes } }, write);
  show(<Identities realm="alpha" kind="user" />);
  return writes;
}

describe('people', () => {
  test('are listed with name, mail, status, password and devices, and found by any of the first three', async () => {
    people();
    await button('bjensen');
    const cells = (row: number) =>
      within(screen.getAllByRole('row')[row] as HTMLElement)
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(cells(1)).toEqual(['bjensen', 'Barbara Jensen', 'b@example.com', 'active', 'yes', '1']);
    expect(cells(2)).toEqual(['scarter', '', '', 'inactive', 'no', 'none']);
    await type(/^Search/, 'JENS');
    expect(screen.queryByRole('button', { name: 'scarter' })).toBeNull();
    expect((await text('1 of 2')).getAttribute('role')).toBe('status');
  });

  test('a changed attribute is saved with everything else as it was', async () => {
    const writes = people();
    await press('bjensen');
    await type('City', 'Oslo');
    await press('Save');
    await waitFor(() => expect(writes).toHaveLength(1));
    const { _id, hasPassword, ...kept } = bjensen;
    expect(writes[0]).toEqual({ method: 'PUT', path: '/api/realms/alpha/identities/b1', body: { ...kept, city: 'Oslo' } });
  });

  test('names and mail that AIC requires are pointed at while they are missing', async () => {
    people();
    await press('scarter');
    expect(await screen.findAllByText('AIC requires it of every user.')).toHaveLength(3);
    await type('First name', 'Sam');
    expect(await screen.findAllByText('AIC requires it of every user.')).toHaveLength(2);
  });

  test('a password is set, taken away, or left alone', async () => {
    const writes = people();
    await press('bjensen');
    await press('Change password');
    await type('New password', 'Secret12!');
    await press('Save');
    await waitFor(() => expect(writes[0]?.body).toMatchObject({ password: 'Secret12!' }));
    await press('bjensen');
    await press('Remove password');
    await press('Save');
    await waitFor(() => expect(writes[1]?.body).toMatchObject({ password: null }));
  });

  test('custom attributes have fields of their type, others their JSON', async () => {
    const writes = people();
    await press('bjensen');
    expect((await field('Badge')).value).toBe('7');
    expect((await field('Value of aliasList')).value).toBe('["barb"]');
    await type('Badge', '8');
    fireEvent.click(await field('true'));
    await type('Value of aliasList', '{');
    await press('Save');
    await text(/^JSON, such as/);
    expect(writes).toHaveLength(0);
    await type('Value of aliasList', '["babs"]');
    await press('Save');
    await waitFor(() => expect(writes[0]?.body).toMatchObject({ custom_badge: 8, custom_vip: true, aliasList: ['babs'] }));
  });

  test('a push device is added by its name, another removed', async () => {
    const writes = people();
    await press('bjensen');
    await press('Remove Her phone');
    await type('Name of a new device', 'Tablet');
    await press('Add device');
    await press('Save');
    await waitFor(() => expect(writes[0]?.body).toMatchObject({ pushDevices: [{ deviceName: 'Tablet', uuid: expect.any(String) }] }));
  });

  test('what the server refuses stands at its field, and the input stays', async () => {
    people(() => refusal({ field: 'userName', message: 'There is a user "scarter" already (s1).', expected: 'another user name' }));
    await press('New user');
    await type('User name', 'scarter');
    await press('Create user');
    await text('There is a user "scarter" already (s1). Expected: another user name.');
    expect((await field('User name')).value).toBe('scarter');
  });

  test('unsaved input is not lost without a question', async () => {
    const writes = people();
    await press('bjensen');
    await type('City', 'Oslo');
    await press('Cancel');
    await press('Keep editing');
    expect((await field('City')).value).toBe('Oslo');
    await press('Cancel');
    await press('Discard changes');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(writes).toHaveLength(0);
  });

  test('nobody is deleted without a question', async () => {
    const writes = people(({ path }) => ({ id: path.split('/').at(-1) }));
    await press('scarter');
    await press('Delete user');
    expect(writes).toHaveLength(0);
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByText('Delete user'));
    await waitFor(() => expect(writes).toMatchObject([{ method: 'DELETE', path: '/api/realms/alpha/identities/s1' }]));
  });

  test('an empty realm says what to do', async () => {
    people(asView, []);
    await text('This realm has no users');
  });
});

describe('a file of users', () => {
  const choose = async (file: File) => fireEvent.change(await field('File of users'), { target: { files: [file] } });

  test('is imported, and who was created and changed is said', async () => {
    const writes = people(() => ({ created: ['ann'], changed: ['bjensen'], warnings: [] }));
    await choose(new File(['userName\nann\nbjensen'], 'users.csv'));
    await text('1 created, 1 changed');
    expect(writes[0]).toMatchObject({ method: 'POST', body: { format: 'csv', text: 'userName\nann\nbjensen' } });
  });

  test('dropped on the window is the same', async () => {
    const writes = people(() => ({ created: ['ann'], changed: [], warnings: [] }));
    await button('bjensen');
    const event = new Event('drop') as Event & { dataTransfer: unknown };
    event.dataTransfer = { types: ['Files'], files: [new File(['[{"userName":"ann"}]'], 'users')] };
    dispatchEvent(event);
    await text('1 created, 0 changed');
    expect(writes[0]?.body).toMatchObject({ format: 'json' });
  });

  test('that is wrong shows every wrong row', async () => {
    people(() =>
      refusal(
        { node: 'row 2', field: 'userName', message: 'Row 2 has no user name.', expected: 'a userName' },
        { node: 'row 3', field: 'mail', message: '"mail" must be text.', expected: 'an address' },
      ),
    );
    await choose(new File(['[]'], 'users.json'));
    const rows = within(await screen.findByRole('table', { name: 'What is wrong' }, { timeout: 10_000 })).getAllByRole('row');
    expect(rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['2', 'userName', 'Row 2 has no user name.', 'a userName'],
      ['3', 'mail', '"mail" must be text.', 'an address'],
    ]);
  });
});

test('agents are listed by their type and have no devices', async () => {
  const agent = { _id: 'a1', kind: 'agent', userName: 'webagent1', agentType: 'WebAgent', hasPassword: true };
  const writes = serve({ identities: { identities: [agent] }, services: { transactionTimeToLive: 180, customAttributes } }, asView);
  show(<Identities realm="alpha" kind="agent" />);
  await press('webagent1');
  expect((await field('Agent type')).value).toBe('WebAgent');
  expect(screen.queryByText('Push devices')).toBeNull();
  await type('Description', 'Gate');
  await press('Save');
  await waitFor(() =>
    expect(writes[0]?.body).toEqual({ kind: 'agent', userName: 'webagent1', agentType: 'WebAgent', accountStatus: 'active', description: 'Gate' }),
  );
});

test('a device that a journey registers while a user is open is not lost by saving', async () => {
  const gets = { identities: { identities: [bjensen] as object[] }, services: { transactionTimeToLive: 180, customAttributes } };
  const writes = serve(gets, asView);
  const { client } = show(<Identities realm="alpha" kind="user" />);
  await press('bjensen');
  await type('City', 'Oslo');
  const devices = [...bjensen.pushDevices, { _id: 'd2', uuid: 'd2', deviceName: 'Her tablet', createdDate: 1767225600000 }];
  gets.identities = { identities: [{ ...bjensen, pushDevices: devices }] };
  await client.invalidateQueries();
  await text('Her tablet');
  await press('Save');
  await waitFor(() => expect(writes[0]?.body).toMatchObject({ city: 'Oslo', pushDevices: devices }));
});
