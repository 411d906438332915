import { cleanup, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { button, field, listed, press, refusal, serve, show, text, type } from '../testing.tsx';
import { Variables } from './Variables.tsx';
import { decodeValue, encodeValue, valueProblem } from './value.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const host = { _id: 'esv-host', valueBase64: encodeValue('höst'), expressionType: 'string', lastChangedBy: 'admin' };

function variables(write?: Parameters<typeof serve>[1], lists = { variables: listed([host]), secrets: listed([{ _id: 'esv-key' }]) }) {
  const writes = serve(lists, write);
  show(<Variables realm="alpha" />);
  return writes;
}

test('a variable is shown as its text and saved as base64, whatever else it has', async () => {
  const writes = variables();
  await text('höst');
  await press('esv-host');
  await type('Value', 'häst');
  await press('Save');
  await waitFor(() => expect(writes[0]?.path).toBe('/api/realms/alpha/variables/esv-host?baseVersion=3'));
  expect(writes[0]?.body).toEqual({ valueBase64: encodeValue('häst'), expressionType: 'string', lastChangedBy: 'admin' });
});

test('a new variable has a name that is free, and one that AIC takes', async () => {
  const writes = variables(() => refusal({ field: 'id', message: '"esv-A" cannot be the id.', expected: 'lower-case letters' }));
  await press('New variable');
  await type('Name', 'esv-host');
  await text('There is a "esv-host" already.');
  await type('Name', 'esv-A');
  await press('Create variable');
  await text('"esv-A" cannot be the id. Expected: lower-case letters.');
  expect(writes).toHaveLength(1);
});

test("a secret's value is sent and never shown; empty, it stays", async () => {
  const writes = variables(({ path }) => ({ _id: path.split(/[/?]/).at(-2) }));
  await press('esv-key');
  expect((await field('New value')).value).toBe('');
  await type('Description', 'Key of the gateway');
  await press('Save');
  await waitFor(() => expect(writes[0]?.body).toEqual({ description: 'Key of the gateway' }));
  await press('New secret');
  await type('Name', 'esv-other');
  await type('Value', 'Tr0ub4dor');
  await press('Create secret');
  await waitFor(() => expect(writes[1]).toMatchObject({ path: '/api/realms/alpha/secrets/esv-other?baseVersion=0', body: { value: 'Tr0ub4dor' } }));
  await button('New secret');
  expect(document.body.textContent).not.toContain('Tr0ub4dor');
});

test('without any, it says what they are for', async () => {
  variables(undefined, { variables: listed([]), secrets: listed([]) });
  await text('This realm has no variables');
  await text('This realm has no secrets');
});

test.each([
  ['int', '42', true],
  ['int', '4.2', false],
  ['number', '4.2', true],
  ['bool', 'true', true],
  ['bool', 'yes', false],
  ['array', '["a"]', true],
  ['array', 'a', false],
  ['object', '{"a":1}', true],
  ['object', '[]', false],
  ['list', 'a,b', true],
  ['string', '', true],
] as const)('the %s %s can be stored: %s', (kind, value, fits) => {
  expect(valueProblem(kind, value) === undefined).toBe(fits);
});

test('what is no base64 of a text is not guessed at', () => {
  expect(decodeValue('%%')).toBeUndefined();
  expect(decodeValue('/w==')).toBeUndefined();
});
