import { expect, test } from 'vitest';
import { goTo, NodeProcessError } from '../../contract.ts';
import { echo, type FakeOptions, outputs, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';

const NOW = Date.UTC(2026, 10, 22, 9);
const services = { termsAndConditions: { version: '2.0', text: { en: 'Be good.', fr: 'Soyez sages.' }, createDate: '2026-01-01T00:00:00.000Z' } };
const run = (options: FakeOptions = {}) => visit('AcceptTermsAndConditionsNode', { services, now: NOW, ...options });
const first = run();

test('shows version, text and date, and asks for a yes', () => {
  expect(sent(first.action)).toEqual([
    {
      type: 'TermsAndConditionsCallback',
      output: [
        { name: 'version', value: '2.0' },
        { name: 'terms', value: 'Be good.' },
        { name: 'createDate', value: '2026-01-01T00:00:00.000Z' },
      ],
      input: [{ suffix: '', value: false }],
    },
  ]);
  expect(first.recorded.shared).toEqual({ termsVersion: '2.0' });
});

test.each([
  [['fr-CA'], 'Soyez sages.'],
  [['de'], 'Be good.'],
])('the text for %j is %s', (locales, terms) => {
  expect(outputs(sent(run({ locales }).action)[0]).terms).toBe(terms);
});

test.each([true, 'true'])('%j accepts the version that was shown', (value) => {
  const { action, recorded } = run({ shared: first.recorded.shared, answers: echo(first.action, { 0: { '': value } }) });
  expect(action).toEqual(goTo('outcome'));
  expect(recorded.shared.termsAccepted).toEqual({ acceptDate: '2026-11-22T09:00:00.000Z', termsVersion: '2.0' });
});

test('that stays so when a new version came meanwhile, or none is left', () => {
  const answers = echo(first.action, { 0: { '': true } });
  for (const later of [{ termsAndConditions: { ...services.termsAndConditions, version: '3.0' } }, {}]) {
    const { recorded } = run({ services: later, shared: first.recorded.shared, answers });
    expect(recorded.shared.termsAccepted).toMatchObject({ termsVersion: '2.0' });
  }
});

test('an answer without a version that was shown says so', () => {
  expect(run({ answers: echo(first.action, { 0: { '': true } }) }).recorded.shared.termsAccepted).toMatchObject({ termsVersion: null });
});

test.each([false, 'yes', null, 1])('%j does not: the terms are shown again', (value) => {
  const { action, recorded } = run({ answers: echo(first.action, { 0: { '': value } }) });
  expect(action.kind).toBe('send');
  expect(recorded.shared).not.toHaveProperty('termsAccepted');
});

test('terms without a text are shown empty', () => {
  expect(outputs(sent(run({ services: { termsAndConditions: { version: '1', text: {}, createDate: '' } } }).action)[0]).terms).toBe('');
});

test('without terms the journey fails', () => {
  expect(() => run({ services: {} })).toThrow(new NodeProcessError('Terms configuration not found'));
});

test('golden trace', () => {
  const asked = 'ask TermsAndConditionsCallback {"version":"2.0","terms":"Be good.","createDate":"2026-01-01T00:00:00.000Z"}';
  expect(trace('AcceptTermsAndConditionsNode', { services, now: NOW }, [{}, { answer: { 0: true }, after: 1000 }])).toEqual([
    'put shared termsVersion "2.0"',
    asked,
    'answer TermsAndConditionsCallback [false]',
    asked,
    'answer TermsAndConditionsCallback [true]',
    'put shared termsAccepted {"acceptDate":"2026-11-22T09:00:01.000Z","termsVersion":"2.0"}',
    'go outcome',
  ]);
});
