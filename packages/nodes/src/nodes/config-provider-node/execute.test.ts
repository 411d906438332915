import { describe, expect, test } from 'vitest';
import { goTo, type ScriptEffect } from '../../contract.ts';
import { outcomesFor } from '../../lookup.ts';
import { type FakeOptions, NODE_ID, outputs, sent, visit } from '../../testing/fake-context.ts';
import { definition } from './definition.ts';

const script = { id: 's1', name: 'Display URL', source: 'config = {};', evaluatorVersion: '1.0', context: 'CONFIG_PROVIDER_NODE' };
const config = { nodeType: 'PollingWaitNode', script: 's1' };
const made = { secondsToWait: 5, waitingMessage: { en: 'https://am.example.com' }, exitable: false, spamDetectionEnabled: false };
const run = (result: FakeOptions['script'], options: FakeOptions = {}) =>
  visit('ConfigProviderNode', { config, scripts: [script], ...(result ? { script: result } : {}), ...options });

describe('imitation', () => {
  test('the imitated type runs with the map that the script left', () => {
    const { action, recorded } = run({ config: made });
    expect(recorded.imitated).toEqual([{ type: 'PollingWaitNode', config: made }]);
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
