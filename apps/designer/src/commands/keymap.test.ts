import { afterEach, describe, expect, test } from 'vitest';
import { clashOf, isRemapped, keyRefusal, keysFor, readChosen, remap, resetAllKeys, resetKeys, useChosenKeys } from './keymap.ts';
import type { CommandFacts, Scope } from './types.ts';

const fact = (id: string, scope: Scope, ...keys: string[]): CommandFacts => ({ id, title: id, group: 'Test', scope, keys });
const connect = fact('connect', 'canvas', 'C');
const rename = fact('rename', 'canvas', 'F2');
const save = fact('save', 'editor', 'Mod+S');
const next = fact('next', 'simulation', 'Mod+S');
const all = [connect, rename, save, next];
afterEach(resetAllKeys);

test('a chosen key replaces the default, is kept in the browser, and goes back alone or with all others', () => {
  remap(connect, 'K');
  remap(rename, 'F4');
  expect(keysFor(connect)).toEqual(['K']);
  expect(readChosen(localStorage.getItem('tandem.keys'))).toEqual({ connect: ['K'], rename: ['F4'] });
  resetKeys(connect);
  expect(keysFor(connect)).toEqual(['C']);
  expect(isRemapped(rename, useChosenKeys.getState().chosen)).toBe(true);
  resetAllKeys();
  expect(keysFor(rename)).toEqual(['F2']);
});

describe('a clash', () => {
  test('is with a command that the key could mean at the same place', () => {
    expect(clashOf(connect, 'F2', all)).toBe(rename);
    expect(clashOf(connect, 'Mod+S', all)?.id).toBe('save');
    expect(clashOf(save, 'F8', all)).toBeNull();
  });
  test('is none between two screens', () => {
    expect(clashOf(save, 'Mod+S', [save, next])).toBeNull();
  });
  test('is solved by taking the key from the other', () => {
    remap(connect, 'F2', rename);
    expect([keysFor(connect), keysFor(rename)]).toEqual([['F2'], []]);
  });
});

test('broken storage falls back to the defaults, command by command', () => {
  expect(readChosen('{"connect":["K"')).toEqual({});
  expect(readChosen('[1]')).toEqual({});
  expect(readChosen('{"connect":"K","rename":[7],"save":["Shift+mod+x"],"next":["Control"]}')).toEqual({ save: ['Shift+mod+x'] });
});

test('a letter is refused for what acts beside the canvas', () => {
  expect(keyRefusal(connect, 'K')).toBeNull();
  expect(keyRefusal(save, 'K')).not.toBeNull();
});
