import { describe, expect, it } from 'vitest';
import type { StoredStep } from '../storage/run-store.ts';
import { Journal, type SimulationJournal } from './journal.ts';

const stepOf = (simulation: string, n: number): StoredStep => ({ simulation, n, at: 0, input: { kind: 'clock', at: 0, random: '' }, events: [] });

function store(): { steps: string[][]; fail: boolean; appendSteps(steps: readonly StoredStep[]): Promise<void> } {
  return {
    steps: [],
    fail: false,
    async appendSteps(steps) {
      if (this.fail) throw new Error('disk full');
      this.steps.push(steps.map(({ simulation, n }) => `${simulation}${n}`));
    },
  };
}

describe('journal', () => {
  const opened = (kept: ReturnType<typeof store>, journal = new Journal(kept)): Record<'a' | 'b', SimulationJournal> & { journal: Journal } => ({
    journal,
    a: journal.open('a'),
    b: journal.open('b'),
  });

  it('stores the steps of one turn together, and those of the next apart', async () => {
    const kept = store();
    const { a, b } = opened(kept);
    await Promise.all([a.append(stepOf('a', 1)), b.append(stepOf('b', 1)), a.append(stepOf('a', 2))]);
    await a.append(stepOf('a', 3));
    expect(kept.steps).toEqual([['a1', 'a2', 'b1'], ['a3']]);
  });

  it('stores nothing more from whoever lost a step; others go on, and so does who opened the simulation anew', async () => {
    const kept = store();
    const { journal, a, b } = opened(kept);
    kept.fail = true;
    await expect(a.append(stepOf('a', 1))).rejects.toThrow('disk full');
    kept.fail = false;
    const [lost, other] = await Promise.allSettled([a.append(stepOf('a', 2)), b.append(stepOf('b', 1))]);
    expect([lost.status, other.status]).toEqual(['rejected', 'fulfilled']);
    await journal.open('a').append(stepOf('a', 1));
    expect(kept.steps).toEqual([['b1'], ['a1']]);
  });

  it('takes steps from the last one that opened the simulation alone, and stores what came before', async () => {
    const kept = store();
    const { journal, a } = opened(kept);
    const before = a.append(stepOf('a', 1));
    const now = journal.open('a');
    await expect(a.append(stepOf('a', 2))).rejects.toThrow('another runtime');
    await Promise.all([before, now.append(stepOf('a', 2))]);
    a.close();
    await now.append(stepOf('a', 3));
    now.close();
    await expect(now.append(stepOf('a', 4))).rejects.toThrow('another runtime');
    expect(kept.steps.flat()).toEqual(['a1', 'a2', 'a3']);
  });

  it('drain waits for what was appended', async () => {
    const kept = store();
    const { journal, a } = opened(kept);
    void a.append(stepOf('a', 1));
    await journal.drain();
    expect(kept.steps).toEqual([['a1']]);
  });
});
