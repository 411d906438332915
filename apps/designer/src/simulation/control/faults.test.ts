import type { FaultSetting } from '@tandem/api';
import { beforeEach, expect, test } from 'vitest';
import { faultKey, keepOffFaults, listedFaults, readOffFaults, without } from './faults.ts';

const http: FaultSetting = { kind: 'http', url: 'https://x/*', status: 500 };
const store: FaultSetting = { kind: 'identity-store' };

test('the identity store is always there to be switched', () =>
  expect(listedFaults([], []).map(({ fault, isOn }) => [fault, isOn])).toEqual([[store, false]]));
test('one that is on counts, whatever this browser remembers of it', () =>
  expect(listedFaults([http], [http]).map(({ fault, isOn }) => [fault, isOn])).toEqual([
    [store, false],
    [http, true],
  ]));
test('the same fault is the same, whatever the order of its words', () =>
  expect(faultKey({ status: 500, url: 'https://x/*', kind: 'http' })).toBe(faultKey(http)));
test('switched off, it is on no more', () => expect(without([http, store], faultKey(http))).toEqual([store]));

beforeEach(() => localStorage.clear());
test('what is off is kept in the browser', () => {
  keepOffFaults('s', [http]);
  expect([readOffFaults('s'), readOffFaults('t')]).toEqual([[http], []]);
  localStorage.setItem('tandem.faults-off.s', '[{"kind":"war"}]');
  expect(readOffFaults('s')).toEqual([]);
});
