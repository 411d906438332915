import type { BreakpointSetting } from '@tandem/api';
import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { beforeEach, describe, expect, test } from 'vitest';
import { breakpointText, endName, isSame, keepOff, listed, marksOf, onNode, readOff, settingOf } from './breakpoints.ts';

const status = { id: 'a', on: 'node', journey: 'Main', node: 'n1' } as const;
const anywhere = { id: 'b', on: 'node', node: SUCCESS_NODE_ID } as const;
const key = { id: 'c', on: 'key', key: 'mail' } as const;

describe('the list', () => {
  test('switching one off leaves it at its place', () => {
    const on = listed([status, anywhere, key], []).map(({ breakpoint }) => breakpoint.id);
    const off = listed([anywhere, key], [status]);
    expect(off.map(({ breakpoint }) => breakpoint.id)).toEqual(on);
    expect(off.find(({ breakpoint }) => breakpoint.id === 'a')?.isOn).toBe(false);
  });
  test('one that another window switched on is on, whatever this browser remembers', () =>
    expect(listed([status], [status])).toEqual([{ breakpoint: status, isOn: true }]));
  test('two that say the same are the same, whatever their ids and the order of their words', () => {
    expect(isSame(status, { node: 'n1', on: 'node', journey: 'Main' })).toBe(true);
    expect(isSame(status, { on: 'node', node: 'n1' })).toBe(false);
  });
});

describe('on a canvas', () => {
  test('a node is marked in its own journey; one of no journey in each', () => {
    const list = listed([status, anywhere, key], []);
    expect([...marksOf(list, 'Main')]).toEqual(
      expect.arrayContaining([
        ['n1', 'on'],
        [SUCCESS_NODE_ID, 'on'],
      ]),
    );
    expect([...marksOf(list, 'User').keys()]).toEqual([SUCCESS_NODE_ID]);
  });
  test('one that is on counts before one that is off', () => {
    const list = listed([status], [{ id: 'z', on: 'node', node: 'n1' }]);
    expect(marksOf(list, 'Main').get('n1')).toBe('on');
    expect(onNode(list, 'Main', 'n1')).toHaveLength(2);
  });
});

test.each<[BreakpointSetting, string]>([
  [status, 'Before Status'],
  [{ id: 'x', on: 'outcome', node: 'n1', outcome: 'true' }, 'After Status chose true'],
  [key, 'After mail was written'],
  [{ id: 'x', on: 'transaction', state: 'COMPLETED', result: 'DENIED' }, 'When the transaction is completed, denied'],
  [{ id: 'x', on: 'transaction', state: 'IN_PROGRESS' }, 'When the transaction is in progress'],
  [{ id: 'x', on: 'time', at: '2026-11-22T10:00:00.000Z' }, 'At 1795341600000'],
])('%j in words', (breakpoint, text) => expect(breakpointText(breakpoint, () => 'Status', String)).toBe(text));

test('a time is a text in the API and a number in the state', () =>
  expect(settingOf({ id: 't', on: 'time', at: 0 })).toEqual({ id: 't', on: 'time', at: '1970-01-01T00:00:00.000Z' }));

test('the fixed ends have names', () => expect([SUCCESS_NODE_ID, FAILURE_NODE_ID, 'n1'].map(endName)).toEqual(['Success', 'Failure', null]));

describe('kept in the browser', () => {
  beforeEach(() => localStorage.clear());
  test('by simulation', () => {
    keepOff('s1', [status]);
    expect([readOff('s1'), readOff('s2')]).toEqual([[status], []]);
    keepOff('s1', []);
    expect(localStorage.length).toBe(0);
  });
  test.each(['{', '7', '[{"on":"nowhere"}]'])('%s is none', (text) => {
    localStorage.setItem('tandem.breakpoints-off.s1', text);
    expect(readOff('s1')).toEqual([]);
  });
});
