import type { Due } from '@tandem/engine';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';

const visit = (at: number, order = 0): Due => ({ at, kind: 'visit', session: `s${at}`, order });

describe('agenda', () => {
  it('gives the earliest entry, and forgets what an owner had before', () => {
    const agenda = new Agenda();
    agenda.put('a', [visit(5), visit(1)]);
    agenda.put('b', [visit(3)]);
    expect(agenda.peek()?.at).toBe(1);
    agenda.put('a', [visit(9)]);
    expect(agenda.peek()?.at).toBe(3);
    agenda.put('b', []);
    expect(agenda.peek()?.at).toBe(9);
    agenda.put('a', []);
    expect(agenda.peek()).toBeUndefined();
  });

  it('agrees with sorting, whatever is put and replaced', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.array(fc.nat(50), { maxLength: 3 }))), (puts) => {
        const agenda = new Agenda();
        const model = new Map<number, number[]>();
        for (const [owner, times] of puts) {
          agenda.put(
            String(owner),
            times.map((at) => visit(at)),
          );
          model.set(owner, times);
          const all = [...model.values()].flat();
          expect(agenda.peek()?.at).toBe(all.length ? Math.min(...all) : undefined);
        }
      }),
    );
  });

  it('does not grow with what is replaced', () => {
    const agenda = new Agenda();
    for (let n = 0; n < 10_000; n++) agenda.put(`s${n % 20}`, [{ at: 1e6, kind: 'session-expired', order: 0 }, visit(1000 + n, n)]);
    expect(agenda.size).toBeLessThan(200);
    expect(agenda.peek()?.at).toBe(1000 + 9980);
  });
});
