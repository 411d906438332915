import { describe, expect, test } from 'vitest';
import { goTo } from '../../contract.ts';
import { outcomesFor } from '../../lookup.ts';
import { echo, NODE_ID, outputs, sent, visit } from '../../testing/fake-context.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const END = `${NODE_ID}.end_time`;
const SPAM = `${NODE_ID}.spam_count`;
const run = (options: Parameters<typeof visit>[1]) => visit('PollingWaitNode', options);
const config = { secondsToWait: 5 };

describe('waiting', () => {
  test('the first visit sends the full time as text and remembers when it ends', () => {
    const { action, recorded } = run({ config, now: 1000 });
    expect(sent(action)).toEqual([
      {
        type: 'PollingWaitCallback',
        output: [
          { name: 'waitTime', value: '5000' },
          { name: 'message', value: 'Waiting for response...' },
        ],
        input: [],
      },
    ]);
    expect(recorded.shared).toEqual({ [END]: 6000, [SPAM]: 0 });
  });

  test('an early return gets the same full wait, but the end does not move', () => {
    const { action, recorded } = run({ config, now: 4000, shared: { [END]: 6000, [SPAM]: 0 } });
    expect(outputs(sent(action)[0]).waitTime).toBe('5000');
    expect(recorded.shared).toEqual({ [END]: 6000, [SPAM]: 1 });
  });

  test('the very end is still early; strictly after it is done', () => {
    const shared = { [END]: 6000, [SPAM]: 0 };
    expect(run({ config, now: 6000, shared }).action.kind).toBe('send');
    expect(run({ config, now: 6001, shared }).action).toEqual(goTo('DONE'));
  });

  test('done removes both keys, so that a loop can wait again', () => {
    expect(run({ config, now: 6001, shared: { [END]: 6000, [SPAM]: 2, other: 1 } }).recorded.shared).toEqual({ other: 1 });
  });

  test('without configuration it waits eight seconds', () => {
    expect(outputs(sent(run({}).action)[0]).waitTime).toBe('8000');
  });
});

describe('spam', () => {
  const spam = { ...config, spamDetectionEnabled: true, spamDetectionTolerance: 3 };

  test('with tolerance 3 the fifth early return is spam', () => {
    let shared = {};
    const kinds: string[] = [];
    for (let visits = 0; visits < 6; visits += 1) {
      const { action, recorded } = run({ config: spam, now: 1000, shared });
      shared = recorded.shared;
      kinds.push(action.kind === 'goTo' ? action.outcome : 'wait');
    }
    // One display, four tolerated returns, then spam.
    expect(kinds).toEqual(['wait', 'wait', 'wait', 'wait', 'wait', 'SPAM']);
    expect(shared).toEqual({});
  });

  test('is tested before the time', () => {
    expect(run({ config: spam, now: 99_999, shared: { [END]: 6000, [SPAM]: 4 } }).action).toEqual(goTo('SPAM'));
  });

  test('counts but does not matter when it is off', () => {
    const { action, recorded } = run({ config, now: 1000, shared: { [END]: 6000, [SPAM]: 50 } });
    expect(action.kind).toBe('send');
    expect(recorded.shared[SPAM]).toBe(51);
  });
});

describe('exit', () => {
  const exitable = { ...config, exitable: true, exitMessage: { en: 'Stop', de: 'Halt' } };

  test('sends a button that is not pressed: index 100', () => {
    const { action } = run({ config: exitable });
    expect(sent(action)[1]).toEqual({
      type: 'ConfirmationCallback',
      output: [
        { name: 'prompt', value: '' },
        { name: 'messageType', value: 0 },
        { name: 'options', value: ['Stop'] },
        { name: 'optionType', value: -1 },
        { name: 'defaultOption', value: 0 },
      ],
      input: [{ suffix: '', value: 100 }],
    });
  });

  test('the callbacks echoed unchanged keep waiting', () => {
    const first = run({ config: exitable });
    expect(run({ config: exitable, shared: first.recorded.shared, answers: echo(first.action) }).action.kind).toBe('send');
  });

  test.each([[0], ['0']])('index %j leaves early and removes both keys', (index) => {
    const first = run({ config: exitable });
    const second = run({ config: exitable, shared: first.recorded.shared, answers: echo(first.action, { 1: { '': index } }) });
    expect(second.action).toEqual(goTo('EXITED'));
    expect(second.recorded.shared).toEqual({});
  });

  test('wins over spam and over the time', () => {
    const first = run({ config: exitable });
    const { action } = run({
      config: { ...exitable, spamDetectionEnabled: true, spamDetectionTolerance: 0 },
      now: 999_999_999,
      shared: { [END]: 6000, [SPAM]: 9 },
      answers: echo(first.action, { 1: { '': 0 } }),
    });
    expect(action).toEqual(goTo('EXITED'));
  });

  test('a pressed button means nothing where the node cannot be left', () => {
    const first = run({ config: exitable });
    expect(run({ config, answers: echo(first.action, { 1: { '': 0 } }) }).action.kind).toBe('send');
  });

  test('without a label it says Cancel', () => {
    expect(outputs(sent(run({ config: { exitable: true } }).action)[1]).options).toEqual(['Cancel']);
  });
});

describe('message', () => {
  const message = (waitingMessage: Record<string, string>, locales: string[]) =>
    outputs(sent(run({ config: { ...config, waitingMessage }, locales }).action)[0]).message;

  test('every {{time}} becomes the seconds', () => {
    expect(message({ en: '{{time}} s, again in {{time}} s' }, ['en'])).toBe('5 s, again in 5 s');
  });

  test('comes in the language of the client', () => {
    expect(message({ en: 'Wait', de: 'Warten' }, ['de-CH', 'en'])).toBe('Warten');
  });

  test("in none of the client's languages it is the bundled one", () => {
    expect(message({ fr: 'Attendez' }, ['de'])).toBe('Waiting for response...');
  });
});

test('Exited and Spam exist only where they are switched on', () => {
  const ids = (values: Parameters<typeof definition.summary>[0]) => outcomesFor(definition, values).map(({ id }) => id);
  expect(ids({})).toEqual(['DONE']);
  expect(ids({ exitable: true, spamDetectionEnabled: true })).toEqual(['DONE', 'EXITED', 'SPAM']);
  expect(definition.summary({ secondsToWait: 8, exitable: true, spamDetectionEnabled: true })).toBe('8 s · can exit · spam detection');
});

describe('golden traces', () => {
  const ask = 'ask PollingWaitCallback {"waitTime":"5000","message":"Still 5 s"}';
  const exitable = { secondsToWait: 5, waitingMessage: { en: 'Still {{time}} s' }, exitable: true, exitMessage: { en: 'Stop' } };
  const button = 'ask ConfirmationCallback {"prompt":"","messageType":0,"options":["Stop"],"optionType":-1,"defaultOption":0}';
  const plain = { secondsToWait: 5, waitingMessage: { en: 'Still {{time}} s' } };
  const back = (count: number) => ['answer PollingWaitCallback []', `put shared ${SPAM} ${count}`, ask];
  const left = [`remove shared ${END}`, `remove shared ${SPAM}`];

  test('early, at the end, after it: done', () => {
    expect(trace('PollingWaitNode', { config: plain, now: 1000 }, [{ after: 2000 }, { after: 3000 }, { after: 1 }])).toEqual([
      `put shared ${END} 6000`,
      `put shared ${SPAM} 0`,
      ask,
      ...back(1),
      ...back(2),
      'answer PollingWaitCallback []',
      ...left,
      'go DONE',
    ]);
  });

  test('five times early with tolerance 3: spam', () => {
    const config = { ...plain, spamDetectionEnabled: true };
    expect(trace('PollingWaitNode', { config, now: 1000 }, [{}, {}, {}, {}, {}])).toEqual([
      `put shared ${END} 6000`,
      `put shared ${SPAM} 0`,
      ask,
      ...[1, 2, 3, 4].flatMap(back),
      'answer PollingWaitCallback []',
      ...left,
      'go SPAM',
    ]);
  });

  test('not pressed, then pressed: exited', () => {
    const notPressed = ['answer PollingWaitCallback []', 'answer ConfirmationCallback [100]'];
    expect(trace('PollingWaitNode', { config: exitable, now: 1000 }, [{}, { answer: { 1: 0 } }])).toEqual([
      `put shared ${END} 6000`,
      `put shared ${SPAM} 0`,
      ask,
      button,
      ...notPressed,
      `put shared ${SPAM} 1`,
      ask,
      button,
      'answer PollingWaitCallback []',
      'answer ConfirmationCallback [0]',
      ...left,
      'go EXITED',
    ]);
  });
});

describe('state and answers that are not as the node left them', () => {
  test.each([['soon'], [null], [{}]])('an end that is no time (%j): the wait begins anew', (end) => {
    expect(run({ config, now: 1000, shared: { [END]: end, [SPAM]: end } }).recorded.shared).toEqual({ [END]: 6000, [SPAM]: 0 });
  });

  test.each([['long'], [null]])('seconds that are no number (%j): the default of eight', (secondsToWait) => {
    expect(outputs(sent(run({ config: { secondsToWait } }).action)[0]).waitTime).toBe('8000');
  });

  test('a tolerance that is no number is three', () => {
    const spam = { ...config, spamDetectionEnabled: true, spamDetectionTolerance: 'some' };
    expect(run({ config: spam, shared: { [END]: 6000, [SPAM]: 3 }, now: 1 }).action.kind).toBe('send');
    expect(run({ config: spam, shared: { [END]: 6000, [SPAM]: 4 }, now: 1 }).action).toEqual(goTo('SPAM'));
  });

  test('the press that came twice, and in another order, is one; the next wait is a new one', () => {
    const exitable = { ...config, exitable: true };
    const first = run({ config: exitable, now: 1000 });
    const answers = echo(first.action, { 1: { '': 0 } });
    const exited = run({ config: exitable, now: 1000, shared: first.recorded.shared, answers: [...answers, ...answers].toReversed() });
    expect([exited.action, exited.recorded.shared]).toEqual([goTo('EXITED'), {}]);
    expect(run({ config: exitable, now: 9000, shared: exited.recorded.shared }).recorded.shared).toEqual({ [END]: 14_000, [SPAM]: 0 });
  });

  test.each([['x'], [null], [-1], [true]])('%j is no press', (value) => {
    const exitable = { ...config, exitable: true };
    const first = run({ config: exitable, now: 1000 });
    expect(run({ config: exitable, now: 1000, shared: first.recorded.shared, answers: echo(first.action, { 1: { '': value } }) }).action.kind).toBe(
      'send',
    );
  });
});
