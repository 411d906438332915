import type { SimulationState } from '@tandem/engine';
import { emptyRealm, type Realm } from '@tandem/journey';
import { describe, expect, it, test } from 'vitest';
import { secretPlace } from '../realms/contents-routes.ts';
import { createSealer } from '../storage/sealer.ts';
import { fitsPattern, realmAccess } from './script-realm.ts';

const sealer = createSealer(new Uint8Array(32));
const stub = (url: string, more: object = {}) => ({ _id: url, method: 'GET', url, status: 200, body: url, ...more });
const secret = (value: string) => ({ _id: 's', value });

function access(changes: Partial<Realm>, control: Pick<SimulationState, 'faults' | 'stubs'> = {}) {
  const opened: string[] = [];
  return { opened, ...realmAccess({ ...emptyRealm('alpha'), ...changes }, control, sealer, (text) => opened.push(text)) };
}

test('an ESV is found by its dotted name, its value decoded; other variables are not shown', () => {
  const variables = {
    'esv-my-url': { _id: 'esv-my-url', valueBase64: Buffer.from('https://é').toString('base64'), expressionType: 'string' },
    other: { _id: 'other', valueBase64: 'eA==' },
  };
  const { variable } = access({ variables });
  expect(variable('esv.my.url')).toBe('https://é');
  expect(variable('esv-my-url')).toBe('https://é');
  expect(variable('esv.none')).toBeUndefined();
  expect(variable('other')).toBeUndefined();
});

test('a secret is opened, and told so that logs can be kept clean', () => {
  const { secret: read, opened } = access({
    secrets: { s: secret(sealer.within(secretPlace('alpha')).seal('pass').$sealed), plain: secret('as it came') },
  });
  expect(read('s')).toBe('pass');
  expect(read('plain')).toBe('as it came');
  expect(read('none')).toBeUndefined();
  expect(opened).toEqual(['pass', 'as it came']);
});

test('a library script is found by its name', () => {
  const script = { _id: '1', name: 'lib', context: 'LIBRARY', script: JSON.stringify('exports.a = 1;') };
  const { library } = access({ scripts: { '1': script, '2': { ...script, _id: '2', name: 'tree', context: 'AUTHENTICATION_TREE_DECISION_NODE' } } });
  expect(library('lib')).toBe('exports.a = 1;');
  expect(library('tree')).toBeUndefined();
});

describe('HTTP stubs', () => {
  const stubs = {
    a: stub('https://api/*'),
    b: stub('https://api/users/*', { headers: { 'Content-Type': 'text/plain' } }),
    c: stub('https://api/users/*', { method: '*', status: 405, delayMs: 250 }),
  };
  const { http } = access({ stubs });
  it('answers with what a simulation lays over the realm, where both say as much', () => {
    const own = access({ stubs }, { stubs: { z: stub('https://api/*', { status: 500 }) } });
    expect(own.http({ method: 'GET', uri: 'https://api/x', options: {} })?.status).toBe(500);
  });
  it('answers with the one that says most', () => {
    expect(http({ method: 'GET', uri: 'https://api/users/1', options: {} })).toEqual({
      status: 200,
      headers: { 'Content-Type': ['text/plain'] },
      body: 'https://api/users/*',
    });
    expect(http({ method: 'GET', uri: 'https://api/x', options: {} })?.body).toBe('https://api/*');
    expect(http({ method: 'POST', uri: 'https://api/users/1', options: {} })).toMatchObject({ status: 405, delayMs: 250 });
  });
  it('has none for another URL', () => {
    expect(http({ method: 'GET', uri: 'https://other/', options: {} })).toBeUndefined();
  });
  it.each([
    ['https://a/b', 'https://a/b', true],
    ['https://a/*', 'https://a/', true],
    ['*/b*c', 'x/b--c', true],
    ['a*a', 'a', false],
    ['a*b*c', 'acb', false],
    ['https://a.b/', 'https://aXb/', false],
    [`${'*a'.repeat(1000)}b`, 'a'.repeat(100_000), false],
  ])('%.20s fits %.20s: %s', (pattern, text, fits) => {
    expect(fitsPattern(pattern, text)).toBe(fits);
  });
  it('lets those of a simulation win, takes some of the realm away, and answers a fault before all', () => {
    const own = { b: null, c: null, d: stub('https://api/users/1', { status: 201 }) };
    const get = (uri: string, control: Parameters<typeof access>[1]) => access({ stubs }, control).http({ method: 'GET', uri, options: {} });
    expect(get('https://api/users/1', { stubs: own })?.status).toBe(201);
    expect(get('https://api/users/2', { stubs: own })?.body).toBe('https://api/*');
    expect(get('https://api/users/1', { stubs: own, faults: [{ kind: 'http', url: '*/users/*', status: 500 }] })).toMatchObject({
      status: 500,
      body: '',
    });
  });
});
