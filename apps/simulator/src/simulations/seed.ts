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

/** A UUID that is the same for the same text and tells nothing about it. */
export function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
