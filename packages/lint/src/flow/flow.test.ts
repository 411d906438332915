import { describe, expect, test } from 'vitest';
import { contextOf } from '../context.ts';
import type { Example, JourneySketch } from '../rule.ts';
import { exampleOf } from '../testing/sketch.ts';
import { certaintyOf, keysKnownAt, pathWithout } from './known.ts';

const contextFor = (journey: JourneySketch, rest: Omit<Example, 'title' | 'journey'> = {}) => {
  const { document, realm } = exampleOf({ title: '', journey, ...rest });
  return contextOf(document, realm);
};
const known = (journey: JourneySketch, id: string, rest?: Omit<Example, 'title' | 'journey'>) =>
  keysKnownAt(contextFor(journey, rest), id).map(({ key, always, by }) => `${key} ${always ? 'always' : 'sometimes'} ${by.join(',')}`);

const put = (key: string, to: string) => ['SetStateNode', { attributes: { [key]: 'x' } }, { outcome: to }] as const;

describe('keys that are known at a node', () => {
  test('are those of every node before it, and of none after it', () => {
    const journey: JourneySketch = { nodes: { a: put('one', 'b'), b: put('two', 'c'), c: put('three', 'success') } };
    expect(known(journey, 'c')).toEqual(['one always a', 'two always b']);
    expect(known(journey, 'a')).toEqual([]);
  });

  test('are only sometimes there when one way does not write them', () => {
    const journey: JourneySketch = {
      nodes: { ask: ['MessageNode', {}, { true: 'a', false: 'end' }], a: put('one', 'end'), end: put('two', 'success') },
    };
    expect(known(journey, 'end')).toEqual(['one sometimes a']);
  });

  test('come from later nodes, too, where a loop leads back', () => {
    const journey: JourneySketch = { nodes: { ask: ['MessageNode', {}, { true: 'a', false: 'success' }], a: put('one', 'ask') } };
    expect(known(journey, 'ask')).toEqual(['one sometimes a']);
  });

  test('follow the outcome: Initialize writes on Created alone, Identify on True', () => {
    const journey: JourneySketch = {
      nodes: {
        init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }, { created: 'made', error: 'not' }],
        made: ['MessageNode'],
        not: ['MessageNode'],
      },
    };
    expect(known(journey, 'made')).toEqual(['backchannel-redirectUri always init', 'backchannel-transaction always init']);
    expect(known(journey, 'not')).toEqual([]);
  });

  test('inside of a page are those of the nodes above, too', () => {
    const journey: JourneySketch = {
      nodes: { page: ['PageNode', {}, { outcome: 'success' }, { name: ['UsernameCollectorNode'], word: ['PasswordCollectorNode'] }] },
    };
    expect(known(journey, 'word')).toEqual(['username always name']);
    expect(known(journey, 'name')).toEqual([]);
  });

  test('flow out of an inner journey by the end it came to', () => {
    const journey: JourneySketch = {
      nodes: { inner: ['InnerTreeEvaluatorNode', { tree: 'Part' }, { true: 'yes', false: 'no' }], yes: ['MessageNode'], no: ['MessageNode'] },
    };
    const others = { Part: { nodes: { ask: ['MessageNode', {}, { true: 'a', false: 'failure' }], a: put('one', 'success') } } as JourneySketch };
    expect(known(journey, 'yes', { others })).toEqual(['one always inner']);
    expect(known(journey, 'no', { others })).toEqual([]);
  });

  test('flow into an inner journey from everybody who runs it', () => {
    const journey: JourneySketch = { nodes: { here: ['MessageNode'] }, tree: { innerTreeOnly: true } };
    const caller = (key: string): JourneySketch => ({
      nodes: { [key]: put(key, `${key}2`), [`${key}2`]: put('both', `${key}3`), [`${key}3`]: ['InnerTreeEvaluatorNode', { tree: 'Example' }] },
    });
    expect(known(journey, 'here', { others: { One: caller('one'), Two: caller('two') } })).toEqual([
      'both always ',
      'one sometimes ',
      'two sometimes ',
    ]);
  });

  test('of a backchannel journey are those of the data object that starts it', () => {
    const journey: JourneySketch = { nodes: { here: ['MessageNode'] } };
    const others: Record<string, JourneySketch> = {
      Main: {
        nodes: {
          fill: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'init' }],
          init: ['BackChannelInitNode', { tree: 'Example', idType: 'NONE', dataKey: 'data' }],
        },
      },
    };
    const scripts = { s: { source: 'nodeState.putShared("data", { username: u, mail: m });\naction.goTo("next");' } };
    expect(known(journey, 'here', { others, scripts })).toEqual(['mail always ', 'username always ']);
  });
});

describe('what only a run knows', () => {
  const unknown: JourneySketch = {
    nodes: { fill: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'] }, { next: 'here' }], here: ['MessageNode'] },
  };

  test('counts as written, so that nothing false is claimed', () => {
    const context = contextFor(unknown, { scripts: { s: { source: 'nodeState.putShared(name, 1);\naction.goTo("next");' } } });
    const here = context.nodes.find(({ id }) => id === 'here')!;
    expect(certaintyOf(context, here, 'anything')).toBe('always');
    expect(pathWithout(context, here, 'anything')).toBeUndefined();
  });

  test('but not past declared outputs', () => {
    const scripts = { s: { source: 'nodeState.putShared("one", 1);\nnodeState.putShared("two", 2);\naction.goTo("next");' } };
    const declared: JourneySketch = {
      nodes: { ...unknown.nodes, fill: ['ScriptedDecisionNode', { script: 's', outcomes: ['next'], outputs: ['two'] }, { next: 'here' }] },
    };
    expect(known(declared, 'here', { scripts })).toEqual(['two always fill']);
  });

  test('a custom node writes the key that its property holds', () => {
    const nodeTypes = {
      'abc-1': {
        _id: 'abc-1',
        serviceName: 'abc',
        displayName: 'Set status',
        outcomes: ['Next'],
        script: 'nodeState.putShared(properties.key, {});\naction.goTo("Next");',
        properties: { key: { type: 'STRING' } },
      },
    };
    const journey: JourneySketch = { nodes: { set: ['designer-abc', { key: 'status' }, { Next: 'here' }], here: ['MessageNode'] } };
    expect(known(journey, 'here', { realm: { nodeTypes } })).toEqual(['status always set']);
  });

  test('journeys that run each other come to an end', () => {
    const journey: JourneySketch = { nodes: { in: ['InnerTreeEvaluatorNode', { tree: 'Other' }, { true: 'here' }], here: ['MessageNode'] } };
    const others: Record<string, JourneySketch> = {
      Other: { nodes: { back: ['InnerTreeEvaluatorNode', { tree: 'Example' }, { true: 'success' }] } },
    };
    expect(known(journey, 'here', { others })).toEqual([]);
  });
});
