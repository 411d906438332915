import { describe, expect, it } from 'vitest';
import { align, type Box, distribute } from './arrange.ts';

const box = (id: string, x: number, y: number, width = 100, height = 50): Box => ({ id, x, y, width, height });
const three = [box('a', 0, 10), box('b', 130, 0, 60, 20), box('c', 400, 300)];

describe('aligning', () => {
  it.each([
    ['left', [0, 0, 0]],
    ['center', [200, 220, 200]],
    ['right', [400, 440, 400]],
  ] as const)('%s moves across only', (how, xs) => {
    const places = align(three, how);
    expect(places.map(({ x }) => x)).toEqual(xs);
    expect(places.map(({ y }) => y)).toEqual([10, 0, 300]);
  });

  it.each([
    ['top', [0, 0, 0]],
    ['middle', [150, 165, 150]],
    ['bottom', [300, 330, 300]],
  ] as const)('%s moves up and down only', (how, ys) => {
    const places = align(three, how);
    expect(places.map(({ y }) => y)).toEqual(ys);
    expect(places.map(({ x }) => x)).toEqual([0, 130, 400]);
  });
});

describe('distributing', () => {
  it('leaves the same gap between neighbours; the outermost stay', () => {
    expect(distribute(three, 'horizontal')).toEqual([
      { id: 'a', x: 0, y: 10 },
      { id: 'b', x: 220, y: 0 },
      { id: 'c', x: 400, y: 300 },
    ]);
    expect(distribute(three, 'vertical').map(({ id, y }) => [id, y])).toEqual([
      ['b', 0],
      ['a', 135],
      ['c', 300],
    ]);
  });

  it('needs three', () => {
    expect(distribute([box('a', 0, 0), box('b', 9, 9)], 'horizontal')).toEqual([
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 9, y: 9 },
    ]);
  });
});
