import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { button, field, press, type Sent, serve, show, text, type } from '../testing.tsx';
import { Objects } from './Objects.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const auditor = { type: 'alpha_role', object: { _id: 'r1', name: 'auditor', description: 'Reads', members: ['a'] } };
const research = { type: 'alpha_organization', object: { _id: 'o1', name: 'Research' } };
const answer = ({ path, body }: Sent) => ({ type: path.split('/').at(-2), object: { ...(body as object), _id: path.split('/').at(-1) } });

function objects(write: (sent: Sent) => unknown = answer, list: unknown[] = [auditor, research]) {
  const writes = serve({ objects: { objects: list } }, write);
  show(<Objects realm="alpha" />);
  return writes;
}

test('are listed with type and attributes, and found by name', async () => {
  objects();
  await button('auditor');
  const cells = within(screen.getAllByRole('row')[1] as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual(['auditor', 'alpha_role', 'description, members']);
  await type(/^Search/, 'RESE');
  expect(screen.queryByRole('button', { name: 'auditor' })).toBeNull();
  expect((await text('1 of 2')).getAttribute('role')).toBe('status');
});

test('a changed one is saved with everything else as it was', async () => {
  const writes = objects();
  await press('auditor');
  expect((await field('Value of members')).value).toBe('["a"]');
  await type('Description', 'Reads all');
  await type('Value of members', '{');
  await press('Save');
  await text(/^JSON, such as/);
  expect(writes).toHaveLength(0);
  await type('Value of members', '["b"]');
  await press('Save');
  await waitFor(() =>
    expect(writes).toEqual([
      { method: 'PUT', path: '/api/realms/alpha/objects/alpha_role/r1', body: { name: 'auditor', description: 'Reads all', members: ['b'] } },
    ]),
  );
});

test('a new one has the type that was given', async () => {
  const writes = objects();
  await press('New object');
  const typed = async (value: string) => fireEvent.change(await screen.findByRole('combobox', { name: 'Type' }), { target: { value } });
  await typed('alpha device');
  await type('Name', 'Phone');
  await press('Create object');
  await text('A type, such as alpha_role.');
  await typed('alpha_device');
  await press('Create object');
  await waitFor(() => expect(writes[0]?.path).toMatch(/^\/api\/realms\/alpha\/objects\/alpha_device\/[0-9a-f-]{36}$/));
  expect(writes[0]?.body).toEqual({ name: 'Phone' });
});

test('one is deleted after a question', async () => {
  const writes = objects(({ path }) => ({ id: path.split('/').at(-1) }));
  await press('Research');
  await press('Delete object');
  expect(writes).toHaveLength(0);
  fireEvent.click(within(await screen.findByRole('alertdialog')).getByText('Delete object'));
  await waitFor(() => expect(writes).toMatchObject([{ method: 'DELETE', path: '/api/realms/alpha/objects/alpha_organization/o1' }]));
});

test('a file is imported into the type that is chosen', async () => {
  const writes = objects(() => ({ created: ['clerk'], changed: ['auditor'], warnings: [] }), []);
  await text('This realm has no managed objects');
  fireEvent.change(await field('File of objects'), { target: { files: [new File(['name\nclerk\nauditor'], 'roles.csv')] } });
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Import objects' }));
  await text('1 created, 1 changed');
  expect(writes).toEqual([
    { method: 'POST', path: '/api/realms/alpha/objects/alpha_role/import', body: { format: 'csv', text: 'name\nclerk\nauditor' } },
  ]);
});
