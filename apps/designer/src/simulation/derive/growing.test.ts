import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { growingReader } from './growing.ts';

const reader = () =>
  growingReader<{ n: number }, number[]>(
    () => [],
    (read, { n }) => void read.push(n),
  );

test('reads what one who begins anew reads, whatever lists it is given', () => {
  const entries = Array.from({ length: 30 }, (_, n) => ({ n }));
  const lists = fc.array(
    fc.tuple(fc.nat(29), fc.nat(30)).map(([from, to]) => entries.slice(from, to)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(lists, (all) => {
      const kept = reader();
      for (const list of all) expect([...kept(list)]).toEqual(reader()(list));
    }),
  );
});

test('of a list that grew only what is new is looked at', () => {
  const seen: number[] = [];
  const read = growingReader<{ n: number }, null>(
    () => null,
    (_, { n }) => void seen.push(n),
  );
  const list = [{ n: 1 }, { n: 2 }];
  read(list);
  read([...list, { n: 3 }]);
  expect(seen).toEqual([1, 2, 3]);
});
