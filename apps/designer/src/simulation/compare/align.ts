/** Two lists side by side: what stands beside what. */

export interface Pair<T> {
  a: T | null;
  b: T | null;
  /** Both tell the same. */
  same: boolean;
}

/** Longer than this, what differs is not looked through for what is alike in between; entries stand beside each other as they come. */
const MOST = 1500;

/**
 * Puts two lists side by side so that as many entries as possible that tell the same stand beside each other; what is only in one, or tells
 * something else, stands beside a gap or beside what the other has there.
 *
 * @param keyOf what an entry tells; alike means the same
 */
export function align<T>(left: readonly T[], right: readonly T[], keyOfLeft: (entry: T) => string, keyOfRight: (entry: T) => string): Pair<T>[] {
  const [a, b] = [left.map(keyOfLeft), right.map(keyOfRight)];
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const alike = (from: number, to: number, shift: number): Pair<T>[] =>
    left.slice(from, to).map((entry, index) => ({ a: entry, b: right[from + index + shift] as T, same: true }));
  return [
    ...alike(0, head, 0),
    ...between(
      left.slice(head, left.length - tail),
      right.slice(head, right.length - tail),
      a.slice(head, a.length - tail),
      b.slice(head, b.length - tail),
    ),
    ...alike(left.length - tail, left.length, right.length - left.length),
  ];
}

function between<T>(left: readonly T[], right: readonly T[], a: readonly string[], b: readonly string[]): Pair<T>[] {
  if (a.length === 0 || b.length === 0 || a.length > MOST || b.length > MOST) return beside(left, right);
  const lengths = longest(a, b);
  const width = b.length + 1;
  const pairs: Pair<T>[] = [];
  let [i, j, fromA, fromB] = [0, 0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push(...beside(left.slice(fromA, i), right.slice(fromB, j)), { a: left[i] as T, b: right[j] as T, same: true });
      i += 1;
      j += 1;
      [fromA, fromB] = [i, j];
    } else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) i += 1;
    else j += 1;
  }
  return [...pairs, ...beside(left.slice(fromA), right.slice(fromB))];
}

/** `result[i * (b.length + 1) + j]`: length of the longest common subsequence of what follows i and j. */
function longest(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] = a[i] === b[j] ? (lengths[at + width + 1] as number) + 1 : Math.max(lengths[at + width] as number, lengths[at + 1] as number);
    }
  }
  return lengths;
}

function beside<T>(left: readonly T[], right: readonly T[]): Pair<T>[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    a: left[index] ?? null,
    b: right[index] ?? null,
    same: false,
  }));
}
