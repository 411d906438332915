import { expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';
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

test('its trace: properties, limits, on', () => {
  const config = { properties: { color: 'blue', empty: '' }, maxSessionTime: 30, maxIdleTime: '5' };
  expect(trace('SetSessionPropertiesNode', { config, answers: strayAnswers })).toEqual([
    'session color "blue"',
    'session empty ""',
    'limits {"maxSessionTime":30,"maxIdleTime":5}',
    'go outcome',
  ]);
});

test('values that are no text, and limits that are no number, are left out', () => {
  const { action, recorded } = visit('SetSessionPropertiesNode', {
    config: { properties: { a: 1, b: null }, maxSessionTime: 'long', maxIdleTime: null },
  });
  expect([recorded.sessionProperties, recorded.limits, action]).toEqual([{}, [], goTo('outcome')]);
});

test('without configuration it sets nothing', () => {
  expect(trace('SetSessionPropertiesNode')).toEqual(['go outcome']);
});
