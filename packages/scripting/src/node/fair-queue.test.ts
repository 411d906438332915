import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

const queueOf = (...items: string[]): FairQueue<string> => {
  const queue = new FairQueue<string>();
  for (const item of items) queue.put(item.charAt(0), item);
  return queue;
};
const taken = (queue: FairQueue<string>, share = 9): string[] => {
  const all: string[] = [];
  for (let item = queue.take(share); item !== undefined; item = queue.take(share)) all.push(item);
  return all;
};

describe('owners', () => {
  it('take turns, each with its own first come first', () => {
    expect(taken(queueOf('a1', 'a2', 'a3', 'b1', 'c1', 'b2'))).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('have no more than their share running; something that is over makes room', () => {
    const queue = queueOf('a1', 'a2', 'a3', 'b1');
    expect([taken(queue, 2), queue.waiting]).toEqual([['a1', 'b1', 'a2'], 1]);
    queue.done('a');
    expect([taken(queue, 2), queue.waiting]).toEqual([['a3'], 0]);
  });

  it('who had nothing to do for a while are served as they come', () => {
    const queue = queueOf('a1', 'b1');
    taken(queue);
    for (const owner of ['a', 'b']) queue.done(owner);
    for (const item of ['b2', 'a2']) queue.put(item.charAt(0), item);
    expect(taken(queue)).toEqual(['b2', 'a2']);
  });
});

it('what belongs to nobody knows no share', () => {
  const queue = new FairQueue<number>();
  for (const item of [1, 2, 3]) queue.put('', item);
  expect([queue.take(1), queue.take(1), queue.take(1)]).toEqual([1, 2, 3]);
});

it('is empty when it was cleared; what runs goes on counting', () => {
  const queue = queueOf('a1', 'a2', 'b1');
  queue.take(1);
  expect(queue.clear().toSorted()).toEqual(['a2', 'b1']);
  queue.put('a', 'a3');
  expect(queue.take(1)).toBeUndefined();
  queue.done('a');
  expect(queue.take(1)).toBe('a3');
});
