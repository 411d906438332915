import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { echo, type FakeOptions, NODE_ID, outputs, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const TYPE = 'PushWaitNode';
const END = `${NODE_ID}.end_time`;
const SPAM = `${NODE_ID}.spam_count`;
const run = (options: FakeOptions = {}) => visit(TYPE, options);
const challenge = { pushNumberChallengeKey: '42' };

test('golden trace: early, then done', () => {
  expect(trace(TYPE, { config: { secondsToWait: 2 }, now: 0 }, [{ after: 2000 }, { after: 1 }])).toEqual([
    `put shared ${END} 2000`,
    `put shared ${SPAM} 0`,
    'ask PollingWaitCallback {"waitTime":"2000","message":"Waiting for response..."}',
    'ask ConfirmationCallback {"prompt":"","messageType":0,"options":["Cancel"],"optionType":-1,"defaultOption":0}',
    'answer PollingWaitCallback []',
    'answer ConfirmationCallback [100]',
    `put shared ${SPAM} 1`,
    'ask PollingWaitCallback {"waitTime":"2000","message":"Waiting for response..."}',
    'ask ConfirmationCallback {"prompt":"","messageType":0,"options":["Cancel"],"optionType":-1,"defaultOption":0}',
    'answer PollingWaitCallback []',
    'answer ConfirmationCallback [100]',
    `remove shared ${END}`,
    `remove shared ${SPAM}`,
    'go DONE',
  ]);
});

test('waits five seconds unless something else is set', () => {
  expect(outputs(sent(run().action)[0]).waitTime).toBe('5000');
  expect(outputs(sent(run({ config: { secondsToWait: 'long' } }).action)[0]).waitTime).toBe('5000');
});

describe('a number challenge', () => {
  const [wait, hidden, exit] = sent(run({ shared: challenge }).action);

  test('is shown in the message', () => {
    expect(outputs(wait).message).toBe('Tap the number [42] on the Push Notification to continue.');
  });

  test('and carried by a hidden value', () => {
    expect(hidden).toEqual({
      type: 'HiddenValueCallback',
      output: [
        { name: 'value', value: '42' },
        { name: 'id', value: 'pushChallengeNumber' },
      ],
      input: [{ suffix: '', value: '' }],
    });
    expect(exit?.type).toBe('ConfirmationCallback');
  });

  test('has a message of its own', () => {
    const config = { challengeMessage: { en: 'Press {{challenge}}, yes {{challenge}}' }, waitingMessage: { en: 'no' } };
    expect(outputs(sent(run({ config, shared: challenge }).action)[0]).message).toBe('Press 42, yes 42');
  });

  test('that is no text is none', () => {
    expect(sent(run({ shared: { pushNumberChallengeKey: 42 } }).action)).toHaveLength(2);
  });
});

describe('exit', () => {
  const config = { exitMessage: { en: 'Give up', de: 'Aufgeben' } };
  const first = run({ config, now: 0 });
  const pressed = (options: FakeOptions = {}) =>
    run({ config, now: 0, shared: first.recorded.shared, answers: echo(first.action, { 1: { '': 0 } }), ...options });

  test('the button carries the configured label', () => {
    expect(outputs(sent(first.action)[1]).options).toEqual(['Give up']);
    expect(outputs(sent(run({ config, locales: ['de'] }).action)[1]).options).toEqual(['Aufgeben']);
  });

  test('pressed, it leaves early and forgets the wait', () => {
    expect(pressed().action).toEqual(goTo('EXITED'));
    expect(pressed().recorded.shared).toEqual({});
  });

  test('is tested before the time', () => {
    expect(pressed({ now: 999_999 }).action).toEqual(goTo('EXITED'));
  });

  test('the step echoed unchanged keeps waiting', () => {
    expect(run({ config, now: 0, shared: first.recorded.shared, answers: echo(first.action) }).action.kind).toBe('send');
  });
});

test('wrong state counts as none: the wait begins', () => {
  expect(run({ shared: { [END]: 'soon', [SPAM]: 'often' }, now: 0 }).recorded.shared).toEqual({ [END]: 5000, [SPAM]: 0 });
});

test('{{time}} becomes the seconds', () => {
  expect(outputs(sent(run({ config: { waitingMessage: { en: '{{time}} s' }, secondsToWait: 3 } }).action)[0]).message).toBe('3 s');
});

test('the summary tells the seconds', () => {
  expect([definition.summary({}), definition.summary({ secondsToWait: 9 })]).toEqual(['5 s', '9 s']);
});
