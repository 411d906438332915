import { createHash } from 'node:crypto';

/**
 * The same chance every time: the n-th draw of a simulation with this seed always gives the same bytes, before and after a restart alike as long as
 * the steps are the same.
 *
 * @param steps steps taken so far
 */
export function seeded(seed: string, steps: number): () => string {
  let count = steps;
  return () => createHash('sha256').update(`${seed}:${count++}`).digest('hex');
}
