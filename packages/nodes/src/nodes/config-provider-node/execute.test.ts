import { describe, expect, test } from 'vitest';
import { goTo, type ScriptEffect } from '../../contract.ts';
import { outcomesFor } from '../../lookup.ts';
import { echo, type FakeOptions, NODE_ID, outputs, sent, visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';

const script = { id: 's1', name: 'Display URL', source: 'config = {};', evaluatorVersion: '1.0', context: 'CONFIG_PROVIDER_NODE' };
const config = { nodeType: 'PollingWaitNode', script: 's1' };
const made = { secondsToWait: 5, waitingMessage: { en: 'https://am.example.com' }, exitable: false, spamDetectionEnabled: false };
const run = (result: FakeOptions['script'], options: FakeOptions = {}) =>
  visit('ConfigProviderNode', { config, scripts: [script], ...(result ? { script: result } : {}), ...options });

describe('imitation', () => {
  test('the imitated type runs with the map that the script left', () => {
    const { action, recorded } = run({ config: made });
    expect(recorded.imitated).toEqual([{ type: 'PollingWaitNode', version: '1.0', config: made }]);
    expect(outputs(sent(action)[0])).toEqual({ waitTime: '5000', message: 'https://am.example.com' });
  });

  test("works under this node's id, so that its end time survives the next pass", () => {
    const first = run({ config: made }, { now: 1000 });
    expect(first.recorded.shared[`${NODE_ID}.end_time`]).toBe(6000);
    const second = run({ config: made }, { now: 6001, shared: first.recorded.shared });
    expect(second.action).toEqual(goTo('DONE'));
  });

  test('the script runs on every pass, so that the message may change', () => {
    const first = run({ config: made }, { now: 1000 });
    const second = run({ config: { ...made, waitingMessage: { en: 'Status 2' } } }, { now: 2000, shared: first.recorded.shared });
    expect(outputs(sent(second.action)[0]).message).toBe('Status 2');
    expect(second.recorded.effects).toHaveLength(1);
  });

  test('its spam count survives too, although the script runs each time', () => {
    const spam = { ...made, spamDetectionEnabled: true, spamDetectionTolerance: 0 };
    const first = run({ config: spam }, { now: 1000 });
    const second = run({ config: spam }, { now: 1001, shared: first.recorded.shared });
    const third = run({ config: spam }, { now: 1002, shared: second.recorded.shared });
    expect([first.action.kind, second.action.kind, third.action]).toEqual(['send', 'send', goTo('SPAM')]);
  });

  test('the imitated node gets the answers to what it asked, under the configuration of this pass', () => {
    const exitable = { ...made, exitable: true };
    const first = run({ config: exitable }, { now: 1000 });
    const answers = echo(first.action, { 1: { '': 0 } });
    expect(run({ config: exitable }, { shared: first.recorded.shared, answers }).action).toEqual(goTo('EXITED'));
    // A script that takes the exit away takes the answer's meaning away.
    expect(run({ config: made }, { now: 1001, shared: first.recorded.shared, answers }).action.kind).toBe('send');
  });

  test('answers that the imitated node never asked for are none of its business', () => {
    const { action } = run({ config: made }, { now: 1000, answers: strayAnswers });
    expect(outputs(sent(action)[0])).toEqual({ waitTime: '5000', message: 'https://am.example.com' });
  });

  test.each([
    [undefined, '1.0'],
    [1, '1.0'],
    [2, '2.0'],
    ['2', '2.0'],
    [0, '1.0'],
    [1.5, '1.0'],
    ['x', '1.0'],
  ])('nodeVersion %j imitates version %s', (nodeVersion, version) => {
    const imitating = { ...config, nodeType: 'UsernameCollectorNode', ...(nodeVersion === undefined ? {} : { nodeVersion }) };
    const { recorded } = run({ config: { prepopulate: true } }, { config: imitating, shared: { username: 'bjensen' } });
    expect(recorded.imitated[0]?.version).toBe(version);
    expect(recorded.reasons.some(({ mark }) => mark === 'inferred')).toBe(version === '2.0');
  });

  test('the script runs in its own context with the script inputs', () => {
    const { recorded } = run({ config: made }, { config: { ...config, scriptInputs: ['backchannel-redirectUri'] } });
    const effect = recorded.effects[0] as ScriptEffect;
    expect(effect).toMatchObject({ context: 'CONFIG_PROVIDER_NODE', engine: 'legacy', scriptName: 'Display URL' });
    expect(effect.bindings.properties).toEqual({ inputs: ['backchannel-redirectUri'] });
  });

  test('a null in the map is a key left out', () => {
    const { recorded } = run({ config: { ...made, exitMessage: null, waitingMessage: { en: null } } });
    expect(recorded.imitated[0]?.config).toEqual({ ...made, waitingMessage: {} });
  });
});

describe('Configuration failure', () => {
  test.each([undefined, null, 'text', 7, [made]])('when the script leaves no map (%j)', (value) => {
    const { action, recorded } = run(value === undefined ? {} : { config: value });
    expect(action).toEqual(goTo('CONFIGURATION_FAILED'));
    expect(recorded.logs.at(-1)?.message).toBe("Script 'Display URL' left no map named config.");
  });

  test.each(['error', 'timeout', 'memory'] as const)('when the script ends with %s, even after it set config', (status) => {
    const { action, recorded } = run({ status, error: { message: 'boom' }, config: made });
    expect(action).toEqual(goTo('CONFIGURATION_FAILED'));
    expect(recorded.imitated).toEqual([]);
    expect(recorded.logs.at(-1)).toMatchObject({ level: 'error', message: expect.stringContaining("Script 'Display URL'") });
  });

  test('when the map does not fit the imitated type', () => {
    const { action, recorded } = run({ config: { secondsToWait: 'five' } });
    expect(action).toEqual(goTo('CONFIGURATION_FAILED'));
    expect(recorded.logs.at(-1)?.message).toContain('secondsToWait');
  });

  test('an error of the map names the field, whatever the type', () => {
    const { recorded } = run({ config: { lockAction: 'MAYBE' } }, { config: { ...config, nodeType: 'AccountLockoutNode' } });
    expect(recorded.logs.at(-1)?.message).toContain("The script's config does not fit AccountLockoutNode: lockAction: ");
  });

  test('a type that is not executed here takes any map', () => {
    expect(run({ config: { anything: 1 } }, { config: { ...config, nodeType: 'VendorNode' } }).recorded.imitated).toHaveLength(1);
  });

  test('a defect while the script is run is not taken for a failed configuration', () => {
    const defect = (): never => {
      throw new TypeError('defect');
    };
    expect(() => run(defect)).toThrow(new TypeError('defect'));
  });

  test('when script or node type is missing', () => {
    expect(run({ config: made }, { scripts: [] }).action).toEqual(goTo('CONFIGURATION_FAILED'));
    expect(run({ config: made }, { config: { script: 's1' } }).action).toEqual(goTo('CONFIGURATION_FAILED'));
    expect(run({ config: made }, { config: { nodeType: 'PollingWaitNode' } }).action).toEqual(goTo('CONFIGURATION_FAILED'));
  });
});

describe('outcomes', () => {
  const ids = (nodeType: string, stored?: string[]) =>
    outcomesFor(
      definition,
      { nodeType },
      stored ? { resource: { _id: 'x', _type: { _id: 'ConfigProviderNode' }, _outcomes: stored.map((id) => ({ id })) } } : {},
    ).map(({ id }) => id);

  test('are all that the imitated type can have, whatever its configuration, and Configuration failure', () => {
    expect(ids('PollingWaitNode')).toEqual(['DONE', 'EXITED', 'SPAM', 'CONFIGURATION_FAILED']);
    expect(ids('MessageNode')).toEqual(['true', 'false', 'CONFIGURATION_FAILED']);
  });

  test('of a type with free-form outcomes are those that AM stored', () => {
    expect(ids('ScriptedDecisionNode')).toEqual(['CONFIGURATION_FAILED']);
    expect(ids('SomeNode', ['x', 'CONFIGURATION_FAILED'])).toEqual(['x', 'CONFIGURATION_FAILED']);
  });
});

describe('golden traces', () => {
  const told = (options: FakeOptions, steps: Parameters<typeof trace>[2] = []) =>
    trace('ConfigProviderNode', { config, scripts: [script], ...options }, steps);

  test('a message that changes while the end of the wait stays', () => {
    const texts = ['Open the link', 'Status 1'];
    const changing = () => ({ config: { ...made, waitingMessage: { en: texts.shift() ?? '' } } });
    expect(told({ script: changing, now: 1000 }, [{ after: 2000 }, { after: 4000 }])).toEqual([
      `put shared ${NODE_ID}.end_time 6000`,
      `put shared ${NODE_ID}.spam_count 0`,
      'ask PollingWaitCallback {"waitTime":"5000","message":"Open the link"}',
      'answer PollingWaitCallback []',
      `put shared ${NODE_ID}.spam_count 1`,
      'ask PollingWaitCallback {"waitTime":"5000","message":"Status 1"}',
      'answer PollingWaitCallback []',
      `remove shared ${NODE_ID}.end_time`,
      `remove shared ${NODE_ID}.spam_count`,
      'go DONE',
    ]);
  });

  test('a script that fails', () => {
    expect(told({ script: { status: 'error', error: { message: 'TypeError: x is null', line: 1 } } })).toEqual([
      "log error Script 'Display URL', line 1: TypeError: x is null",
      'go CONFIGURATION_FAILED',
    ]);
  });
});
