import { describe, expect, it } from 'vitest';
import type { StoredStep } from '../storage/run-store.ts';
import { Journal } from './journal.ts';

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
  it('stores the steps of one turn together, and those of the next apart', async () => {
    const kept = store();
    const journal = new Journal(kept);
    await Promise.all([journal.append(stepOf('a', 1)), journal.append(stepOf('b', 1)), journal.append(stepOf('a', 2))]);
    await journal.append(stepOf('a', 3));
    expect(kept.steps).toEqual([['a1', 'a2', 'b1'], ['a3']]);
  });

  it('stores nothing more of a simulation whose step was lost until it was loaded anew; others go on', async () => {
    const kept = store();
    const journal = new Journal(kept);
    kept.fail = true;
    await expect(journal.append(stepOf('a', 1))).rejects.toThrow('disk full');
    kept.fail = false;
    const [lost, other] = await Promise.allSettled([journal.append(stepOf('a', 2)), journal.append(stepOf('b', 1))]);
    expect([lost.status, other.status]).toEqual(['rejected', 'fulfilled']);
    journal.reopen('a');
    await journal.append(stepOf('a', 1));
    expect(kept.steps).toEqual([['b1'], ['a1']]);
  });

  it('drain waits for what was appended', async () => {
    const kept = store();
    const journal = new Journal(kept);
    void journal.append(stepOf('a', 1));
    await journal.drain();
    expect(kept.steps).toEqual([['a1']]);
  });
});
