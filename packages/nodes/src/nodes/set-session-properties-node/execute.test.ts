import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { visit } from '../../testing/fake-context.ts';
import { definition } from './definition.ts';

test('sets every property', () => {
  const { action, recorded } = visit('SetSessionPropertiesNode', { config: { properties: { color: 'blue', level: '2' } } });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.sessionProperties).toEqual({ color: 'blue', level: '2' });
  expect(recorded.limits).toEqual([]);
});

test('sets the limits that are given, in minutes', () => {
  const { recorded } = visit('SetSessionPropertiesNode', { config: { maxSessionTime: 30 } });
  expect(recorded.limits).toEqual([{ maxSessionTime: 30, maxIdleTime: undefined }]);
});

test('says in one line what it sets', () => {
  expect(definition.summary({ properties: { color: 'blue' }, maxSessionTime: 30, maxIdleTime: 5 })).toBe('color · 30 min · idle 5 min');
});
