import type { SimulationListEntry } from '@tandem/api';
import { expect, test } from 'vitest';
import { type Branch, treesOf } from './tree.ts';
import { madeText, titleText } from './words.ts';

test('what a fork was made with is said once, and shortly', () => {
  expect(madeText(undefined)).toBeNull();
  expect(madeText([{ kind: 'answer', name: 'Password' }])).toBe('another answer to Password');
  expect(madeText([{ kind: 'answer', name: 'Password' }, { kind: 'clock' }, { kind: 'clock' }])).toBe(
    'another answer to Password and the clock moved',
  );
  const many = (['realm', 'latency', 'clock', 'answer', 'node'] as const).map((kind) => ({ kind }));
  expect(madeText(many)).toBe('the newer realm, other latencies, the clock moved and 2 more');
});

test('a simulation is called by its name, by its journey and user, else by its id', () => {
  expect(titleText({ id: 'abcdefghij', name: 'Race', journey: 'Login' })).toBe('Race');
  expect(titleText({ id: 'abcdefghij', journey: 'Login', user: 'bjensen' })).toBe('Login · bjensen');
  expect(titleText({ id: 'abcdefghij' })).toBe('Simulation abcdefgh');
});

test('simulations stand below the one that they were forked from; without it, at the top', () => {
  const entry = (id: string, parent?: string) => ({ id, ...(parent ? { parent: { id: parent, seq: 1 } } : {}) }) as SimulationListEntry;
  const trees = treesOf([entry('a'), entry('b', 'a'), entry('c', 'b'), entry('d', 'a'), entry('e', 'gone')]);
  const shape = (branches: readonly Branch[]): unknown => branches.map(({ simulation, children }) => [simulation.id, shape(children)]);
  expect(shape(trees)).toEqual([
    [
      'a',
      [
        ['b', [['c', []]]],
        ['d', []],
      ],
    ],
    ['e', []],
  ]);
});
