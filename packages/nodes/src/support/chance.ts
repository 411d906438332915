import type { NodeContext } from '../contract.ts';

/** A whole number from 0 up to, not including, `limit` (at most 256), each as likely as any other. */
export function randomBelow(random: NodeContext['random'], limit: number): number {
  // Bytes of the last, incomplete round would make small numbers likelier.
  const rounds = 256 - (256 % limit);
  for (;;) {
    const byte = random.bytes(1)[0] as number;
    if (byte < rounds) return byte % limit;
  }
}
