import type { Json } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { goTo, NodeProcessError, type ScriptEffect, type ScriptMail, type ScriptResult } from '../../contract.ts';
import { nameCallback } from '../../support/callbacks.ts';
import { echo, type FakeOptions, fakeContext, visit } from '../../testing/fake-context.ts';
import { strayAnswers } from '../../testing/replay.ts';
import { trace } from '../../testing/trace.ts';
import { definition } from './definition.ts';
import { execute } from './execute.ts';

const script = { id: 's1', name: 'Collect user', source: 'outcome = "a";', evaluatorVersion: '2.0', context: 'AUTHENTICATION_TREE_DECISION_NODE' };
const config = { script: 's1', outcomes: ['a', 'b'] };
const run = (result: FakeOptions['script'], options: FakeOptions = {}) =>
  visit('ScriptedDecisionNode', { config, scripts: [script], ...(result ? { script: result } : {}), ...options });
const failing = (result: Partial<ScriptResult>) => expect(() => run(result));

describe('outcome', () => {
  test('the global outcome decides', () => {
    expect(run({ outcome: 'b' }).action).toEqual(goTo('b'));
  });

  test('action.goTo decides', () => {
    const { action, recorded } = run({ outcome: 'a', fromAction: true });
    expect(action).toEqual(goTo('a'));
    expect(recorded.reasons.at(-1)?.rule).toContain('action');
  });

  test('callbacks win over action.goTo', () => {
    const callbacks = [nameCallback('User to authenticate')];
    expect(run({ outcome: 'a', fromAction: true, callbacks }).action).toMatchObject({ kind: 'send', callbacks });
  });

  test('suspending wins over callbacks and outcome', () => {
    const { action } = run({ suspend: { message: 'Look at your mail', minutes: 5 }, callbacks: [nameCallback('x')], outcome: 'a' });
    expect(action).toMatchObject({ kind: 'suspend', minutes: 5, callbacks: [{ type: 'SuspendedTextOutputCallback' }] });
  });

  test('callbacks come with the stage, header and description of the action', () => {
    const { action } = run({ callbacks: [nameCallback('x')], stage: 'S', header: 'H', description: 'D' });
    expect(action).toMatchObject({ stage: 'S', header: 'H', description: 'D' });
  });

  test.each(['c', 'A', ''])('an outcome that is not configured (%j) ends the journey', (outcome) => {
    expect(() => run({ outcome })).toThrow(new NodeProcessError(`Invalid outcome from script, '${outcome}'`));
  });

  test.each([undefined, null, 7, true, { a: 1 }])('an outcome that is not text (%j) ends the journey', (outcome) => {
    expect(() => run(outcome === undefined ? {} : { outcome })).toThrow(new NodeProcessError("Script must set 'outcome' to a string."));
  });
});

describe('failure', () => {
  test('a script error ends the journey with its message and line', () => {
    expect(() => run({ status: 'error', error: { message: 'TypeError: x is null', line: 3 } })).toThrow(
      new NodeProcessError("Script 'Collect user', line 3: TypeError: x is null"),
    );
  });

  test('too long and too big are said clearly', () => {
    failing({ status: 'timeout' }).toThrow("Script 'Collect user' ran too long: Tandem stopped it.");
    failing({ status: 'timeout', error: { message: 'the script ran too long: Tandem stops scripts after 800 ms' } }).toThrow(
      "Script 'Collect user' ran too long: Tandem stops scripts after 800 ms.",
    );
    failing({ status: 'memory' }).toThrow("Script 'Collect user' ran out of memory and was stopped.");
  });

  test("a legacy script that leaves out a declared output ends the journey, in AM's words", () => {
    const legacy = { scripts: [{ ...script, evaluatorVersion: '1.0' }], config: { ...config, outputs: ['a', 'b'] } };
    const write = (key: string) => ({ op: 'put' as const, scope: 'transient' as const, key, value: 1 });
    expect(() => run({ outcome: 'a', writes: [write('a')] }, legacy)).toThrow(new NodeProcessError('Script did not provide all declared outputs'));
    expect(run({ outcome: 'a', writes: [write('a'), write('b')] }, legacy).action).toEqual(goTo('a'));
    expect(run({ outcome: 'a' }, { config: legacy.config }).action).toEqual(goTo('a'));
    expect(run({ callbacks: [nameCallback('x')] }, legacy).action).toMatchObject({ kind: 'send' });
  });

  test('a missing or unset script is named', () => {
    expect(() => run({}, { scripts: [] })).toThrow('names the script s1');
    expect(() => run({}, { config: { script: '[Empty]', outcomes: ['a'] } })).toThrow('has no script');
  });
});

describe('run', () => {
  const effectOf = (options: FakeOptions): ScriptEffect => run({ outcome: 'a' }, options).recorded.effects[0] as ScriptEffect;

  test('evaluator 2.0 is next-generation, anything else legacy', () => {
    expect(effectOf({}).engine).toBe('next-gen');
    expect(effectOf({ scripts: [{ ...script, evaluatorVersion: '1.0' }] }).engine).toBe('legacy');
  });

  test('runs with the declared inputs and outputs, all by default', () => {
    const limited = run({ outcome: 'a' }, { config: { ...config, inputs: ['username'], outputs: ['x'] } });
    expect((limited.recorded.effects[0] as ScriptEffect).bindings.properties).toEqual({ inputs: ['username'] });
    expect(limited.recorded.appliedOutputs).toEqual([['x']]);
    expect(effectOf({}).bindings.properties).toEqual({ inputs: ['*'] });
  });

  test('says which script runs in which context', () => {
    expect(effectOf({})).toMatchObject({
      kind: 'script',
      context: 'SCRIPTED_DECISION_NODE',
      scriptId: 's1',
      scriptName: 'Collect user',
      source: script.source,
    });
  });

  test('what the script wrote stays when it decides and when it fails', () => {
    const writes = [{ op: 'put' as const, scope: 'shared' as const, key: 'k', value: 1 }];
    expect(run({ outcome: 'a', writes }).recorded.shared).toEqual({ k: 1 });
    const context = fakeContext('ScriptedDecisionNode', { config, scripts: [script], script: { outcome: 'c', writes } });
    expect(() => execute(context)).toThrow("Invalid outcome from script, 'c'");
    expect(context.recorded.shared).toEqual({ k: 1 });
  });

  test('the script alone judges what came back, even what it never asked for', () => {
    const asksTwice = run({ callbacks: [nameCallback('x')] }, { answers: strayAnswers });
    expect(asksTwice.action.kind).toBe('send');
    expect((asksTwice.recorded.effects[0] as ScriptEffect).bindings.callbacks).toEqual(strayAnswers);
  });

  test('the same answers a second time run it a second time, with the same answers', () => {
    const first = run({ callbacks: [nameCallback('x')] });
    const answers = echo(first.action, { 0: { '': 'bjensen' } });
    const again = [run({ outcome: 'a' }, { answers }), run({ outcome: 'a' }, { answers })];
    expect(again.map(({ action }) => action)).toEqual([goTo('a'), goTo('a')]);
    expect(again[0]?.recorded.effects).toEqual(again[1]?.recorded.effects);
  });
});

test('reads and writes what it declares', () => {
  expect(definition.reads({ inputs: ['a'] })).toEqual(['a']);
  expect(definition.reads({})).toEqual(['*']);
  expect(definition.writes({ outputs: ['b'] })).toEqual([{ key: 'b', scope: 'shared' }]);
  expect(definition.scripts?.({ script: '[Empty]' })).toEqual([]);
  expect(definition.summary({ outcomes: ['a', 'b'] })).toBe('a, b');
  expect(definition.summary({ outcomes: ['a', 'b', 'c', 'd'] })).toBe('4 outcomes');
});

test('golden trace: asks, takes the answer, writes, decides', () => {
  const asking = (effect: ScriptEffect): Partial<ScriptResult> => {
    const [answer] = effect.bindings.callbacks;
    if (!answer) return { callbacks: [nameCallback('User to authenticate')] };
    const key = 'backchannel-user';
    return {
      outcome: 'a',
      fromAction: true,
      writes: [{ op: 'put', scope: 'shared', key, value: answer.values[''] ?? null }],
      logs: [{ level: 'warn', message: 'found' }],
    };
  };
  expect(trace('ScriptedDecisionNode', { config, scripts: [script], script: asking }, [{ answer: { 0: 'bjensen' } }])).toEqual([
    'ask NameCallback {"prompt":"User to authenticate"}',
    'answer NameCallback ["bjensen"]',
    'log warn found',
    'put shared backchannel-user "bjensen"',
    'go a',
  ]);
  const suspending: Partial<ScriptResult> = { suspend: { message: 'Look at your mail', minutes: 5 } };
  expect(trace('ScriptedDecisionNode', { config, scripts: [script], script: suspending })).toEqual([
    'ask SuspendedTextOutputCallback {"message":"Look at your mail","messageType":"0"}',
    'suspend 5 min',
  ]);
});

test('mails that the script had IDM send go to the outbox, whatever becomes of the script', () => {
  const mails: ScriptMail[] = [
    { to: 'b@x', from: 'a@x', subject: 'S', body: '<p>Hi <a href="https://x">there</a></p>', html: true },
    { to: 'c@x', body: 'Plain https://y', html: false },
    { to: 'd@x', template: 'welcome', object: { givenName: 'D' } },
    { to: 'd@x', template: 'none', object: {} },
  ];
  const emailTemplates = { welcome: { subject: { en: 'Hello {{object.givenName}}' }, message: { en: '<p>Hi</p>' } } };
  const context = fakeContext('ScriptedDecisionNode', {
    config,
    scripts: [script],
    emailTemplates,
    script: { status: 'error', error: { message: 'boom' }, mails },
  });
  expect(() => execute(context)).toThrow('boom');
  const { recorded } = context;
  expect(recorded.sent.map(({ to, subject, text, links }) => [to, subject, text, links])).toEqual([
    ['b@x', 'S', 'Hi there (https://x)', ['https://x']],
    ['c@x', undefined, 'Plain https://y', ['https://y']],
    ['d@x', 'Hello D', 'Hi', []],
  ]);
  expect(recorded.logs.at(-1)).toEqual({ level: 'error', message: 'Email not sent: the realm has no email template "none".' });
});

describe('callbacks that AM takes from the request', () => {
  const output = [{ name: 'authorizationHeader', value: 'Authorization' }];
  const http = { type: 'HttpCallback', output, input: [{ suffix: '', value: '' }] };
  const headers = { authorization: ['Negotiate abc'] };

  test('are asked of the client as an assumption, and no header is sent along', () => {
    const { action, recorded } = run({ callbacks: [http] }, { headers });
    expect(action).toMatchObject({ kind: 'send', callbacks: [http] });
    expect(JSON.stringify(action)).not.toContain('Negotiate');
    expect(recorded.reasons).toContainEqual({ rule: expect.stringContaining('cannot send as JSON'), mark: 'inferred' });
  });

  test.each<[string, Json, Record<string, string[]>, Json]>([
    ['the header of the request where the client gave nothing', '', headers, 'Negotiate abc'],
    ['the same of an empty seal', { $sealed: 'x', empty: true }, headers, 'Negotiate abc'],
    ['what the client gave', { $sealed: 'x', empty: false }, headers, { $sealed: 'x', empty: false }],
    ['nothing where there is no header', '', {}, ''],
  ])('give a script %s', (_, given, sent, seen) => {
    const { recorded } = run({ outcome: 'a' }, { headers: sent, answers: [{ type: 'HttpCallback', output, values: { '': given } }] });
    const [effect] = recorded.effects;
    expect(effect?.kind === 'script' && effect.bindings.callbacks[0]?.values['']).toEqual(seen);
  });
});
