import { expect, test } from 'vitest';
import { childLook, readStage, withChildLook, withStage, writeStage } from './stage.ts';

test('a stage is JSON of the login page, nothing, or a name of its own', () => {
  expect(readStage(undefined)).toEqual({});
  expect(readStage('{"themeId":"t"}')).toEqual({ themeId: 't' });
  expect(readStage('MyStage')).toBeNull();
  expect(readStage('[1]')).toBeNull();
});

test('what is emptied goes, what is not known stays', () => {
  const stage = readStage('{"themeId":"t","other":1}') ?? {};
  const named = withStage(stage, 'submitButtonText', { en: 'Go' });
  expect(writeStage(named)).toBe('{"themeId":"t","other":1,"submitButtonText":{"en":"Go"}}');
  expect(writeStage(withStage(named, 'submitButtonText', {}))).toBe('{"themeId":"t","other":1}');
  expect(writeStage(withStage({ themeId: 't' }, 'themeId', ''))).toBeUndefined();
});

test('a look of one node is kept under its callback, by the node’s id', () => {
  const callback = 'ValidatedCreatePasswordCallback';
  const one = withChildLook({}, callback, 'a', 'confirmPassword', true);
  const two = withChildLook(one, callback, 'b', 'policyDisplayCheckmark', true);
  expect(two).toEqual({
    [callback]: [
      { id: 'a', confirmPassword: true },
      { id: 'b', policyDisplayCheckmark: true },
    ],
  });
  expect([childLook(two, callback, 'a', 'confirmPassword'), childLook(two, callback, 'b', 'confirmPassword')]).toEqual([true, undefined]);
  expect(withChildLook(withChildLook(two, callback, 'a', 'confirmPassword', false), callback, 'b', 'policyDisplayCheckmark', false)).toEqual({});
});

test('how choices are shown is kept by its name, also one that is not offered', () => {
  const stage = withChildLook({}, 'ChoiceCallback', 'c', 'displayType', 'radio');
  expect(writeStage(stage)).toBe('{"ChoiceCallback":[{"id":"c","displayType":"radio"}]}');
  const other = readStage('{"ChoiceCallback":[{"id":"c","displayType":"tiles"}]}') ?? {};
  expect(childLook(other, 'ChoiceCallback', 'c', 'displayType')).toBe('tiles');
  expect(withChildLook(other, 'ChoiceCallback', 'c', 'displayType', '')).toEqual({});
});
