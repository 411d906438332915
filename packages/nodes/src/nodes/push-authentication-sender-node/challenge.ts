import type { NodeContext } from '../../contract.ts';
import { randomBelow } from '../../support/chance.ts';

const FIRST = 10;
const COUNT = 90;
const OFFERED = 3;

/** Three different numbers from 10 to 99, sorted, and the one that the browser shows (AM 8.0.2 source, PushNumbersChallenge). */
export function drawChallenge(random: NodeContext['random']): { numbers: string[]; number: string } {
  // All have two digits, so their texts sort as they do.
  const left = Array.from({ length: COUNT }, (_, index) => String(FIRST + index));
  const numbers = Array.from({ length: OFFERED }, () => left.splice(randomBelow(random, left.length), 1))
    .flat()
    .sort();
  return { numbers, number: numbers.at(randomBelow(random, OFFERED)) as string };
}
