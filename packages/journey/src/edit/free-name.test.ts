import { expect, test } from 'vitest';
import { freeName } from './free-name.ts';

const taken =
  (...names: string[]) =>
  (name: string) =>
    names.includes(name);

test('a name that is free is taken as it is', () => {
  expect(freeName('Login', taken('Other'))).toBe('Login');
});
test('one that is taken gets the first number that makes it free', () => {
  expect(freeName('Login', taken('Login', 'Login 2'))).toBe('Login 3');
  expect(freeName('Login', taken('Login'), '')).toBe('Login2');
});
