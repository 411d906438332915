import { describe, expect, test } from 'vitest';
import { isTextKey, keyProblem, normalKey, pressedKey, shownKey } from './keys.ts';

const press = (key: string, init: KeyboardEventInit & { code?: string } = {}) => pressedKey(new KeyboardEvent('keydown', { key, ...init }));

describe('what was pressed', () => {
  test('a letter is itself whether Caps Lock is on or not; Shift is kept', () => {
    expect(press('z', { ctrlKey: true })).toBe('Mod+Z');
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('Mod+Shift+Z');
    expect(press('N')).toBe('N');
  });
  test('a character that some keyboards write with Shift is the same on all', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('1', { shiftKey: true })).toBe('1');
    expect(press('+')).toBe('+');
  });
  test('AltGr writes a character: it is no Ctrl Alt', () => {
    const event = new KeyboardEvent('keydown', { key: ']', ctrlKey: true, altKey: true });
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' });
    expect(pressedKey(event)).toBe(']');
  });
  test('with Alt, and in other scripts, the place of the letter counts', () => {
    expect(press('ˇ', { code: 'KeyT', altKey: true, shiftKey: true })).toBe('Shift+Alt+T');
    expect(press('т', { code: 'KeyN' })).toBe('N');
  });
  test('modifiers alone and composing are nothing', () => {
    expect(press('Control', { ctrlKey: true })).toBeNull();
    expect(press('n', { isComposing: true })).toBeNull();
  });
});

test('a key has one spelling, and one look', () => {
  expect(normalKey('Shift+Mod+z')).toBe('Mod+Shift+Z');
  expect(normalKey('Mod++')).toBe('Mod++');
  expect(normalKey('')).toBeNull();
  expect(normalKey('Control')).toBeNull();
  expect(shownKey('Mod+Shift+Z')).toBe('Ctrl Shift Z');
  expect(shownKey('Alt+ArrowLeft')).toBe('Alt ←');
});

describe('keys that cannot stand for a command', () => {
  test.each(['Mod+W', 'Mod+T', 'F5', 'Tab', 'Mod+1'])('%s belongs to the browser', (key) => {
    expect(keyProblem(key, 'canvas')).toContain('belongs to the browser');
  });
  test('Insert and Ctrl Alt belong to screen readers', () => {
    expect(keyProblem('Insert', 'canvas')).toContain('screen readers');
    expect(keyProblem('Mod+Alt+M', 'canvas')).toContain('screen readers');
  });
  test('a single letter, Enter and arrows act only on the canvas', () => {
    for (const key of ['N', '7', 'Enter', 'ArrowLeft']) {
      expect(keyProblem(key, 'canvas')).toBeNull();
      expect(keyProblem(key, 'editor')).toContain('only for commands of the canvas');
    }
    for (const key of [']', '?', 'F8', 'Mod+K']) expect(keyProblem(key, 'editor')).toBeNull();
  });
});

test('text fields keep what writes and edits text; Ctrl S and F8 are none of theirs', () => {
  expect(['n', 'Mod+A', 'Mod+Z', 'Mod+Shift+Z', 'Enter', '?'].map((key) => isTextKey(normalKey(key) ?? ''))).toEqual(Array(6).fill(true));
  expect(['Mod+S', 'Mod+K', 'F8', 'Shift+F8'].map(isTextKey)).toEqual(Array(4).fill(false));
});
test('a script has its own find and its own way out, and no other of the browser’s keys', () => {
  for (const key of ['Escape', 'Mod+F']) expect(keyProblem(key, 'script')).toBeNull();
  expect(keyProblem('Mod+W', 'script')).toContain('belongs to the browser');
});
