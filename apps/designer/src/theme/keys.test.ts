import { beforeAll, beforeEach, expect, test } from 'vitest';
import { watchKeys } from './keys.ts';

beforeAll(watchKeys);
beforeEach(() => {
  document.body.innerHTML = '<input><button></button>';
  dispatchEvent(new Event('pointerdown'));
});
const press = (selector: string, key: string) =>
  document.querySelector(selector)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
const isMarked = () => document.documentElement.hasAttribute('data-keys');

test.each([
  ['button', 'Tab', true],
  ['button', 'ArrowDown', true],
  ['input', 'Tab', true],
  ['input', 'ArrowLeft', false],
  ['input', 'a', false],
  ['input', 'Enter', false],
])('in a %s, %s counts as work with the keys: %s', (where, key, counts) => {
  press(where, key);
  expect(isMarked()).toBe(counts);
});

test('a press of the pointer ends it', () => {
  press('button', 'Tab');
  dispatchEvent(new Event('pointerdown'));
  expect(isMarked()).toBe(false);
});
