/** A line of a text that is compared with another. Numbers count from 1; a side that lacks the line has none. */
export interface LineDiff {
  kind: 'same' | 'added' | 'removed';
  text: string;
  before?: number;
  after?: number;
}

/** Cells of the table that finds what two texts have in common. Above it, what lies between equal beginnings and ends counts as replaced. */
const MOST_CELLS = 4_000_000;

/** Pairs of indexes whose lines are the same in both texts, in order: a longest common subsequence. */
export function commonLines(before: readonly string[], after: readonly string[]): [before: number, after: number][] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  const pairs: [number, number][] = Array.from({ length: start }, (_, index) => [index, index]);
  pairs.push(...between(before.slice(start, endBefore), after.slice(start, endAfter)).map(([a, b]): [number, number] => [a + start, b + start]));
  for (let left = before.length - endBefore; left > 0; left--) pairs.push([before.length - left, after.length - left]);
  return pairs;
}

function between(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1;
  if (before.length === 0 || after.length === 0 || (before.length + 1) * width > MOST_CELLS) return [];
  // lengths[a * width + b]: how much the texts have in common from these lines on.
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (a: number, b: number) => lengths[a * width + b] ?? 0;
  for (let a = before.length - 1; a >= 0; a--)
    for (let b = after.length - 1; b >= 0; b--)
      lengths[a * width + b] = before[a] === after[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < before.length && b < after.length; ) {
    if (before[a] === after[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}

/** Both texts as one list of lines: what left stands before what came in its place. */
export function diffLines(before: string, after: string): LineDiff[] {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const lines: LineDiff[] = [];
  let [a, b] = [0, 0];
  const upTo = (endBefore: number, endAfter: number): void => {
    for (; a < endBefore; a++) lines.push({ kind: 'removed', text: was[a] ?? '', before: a + 1 });
    for (; b < endAfter; b++) lines.push({ kind: 'added', text: is[b] ?? '', after: b + 1 });
  };
  for (const [left, right] of commonLines(was, is)) {
    upTo(left, right);
    lines.push({ kind: 'same', text: was[left] ?? '', before: ++a, after: ++b });
  }
  upTo(was.length, is.length);
  return lines;
}
