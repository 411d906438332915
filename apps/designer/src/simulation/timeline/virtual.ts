/** Which rows of a long list are drawn: all are one line high but for the few that were measured, such as those that are open. */

export interface Heights {
  /** Of a row of one line, px. */
  line: number;
  /** Measured heights of other rows, by index, px. */
  tall: ReadonlyMap<number, number>;
}

export interface Window {
  first: number;
  /** Behind the last one. */
  end: number;
  /** Top of the first row, px. */
  top: number;
  /** Height of all rows, px. */
  total: number;
}

/** Rows drawn above and below what can be seen, so that a quick scroll shows no hole. */
const SPARE = 8;

/** Top of a row, px. */
export function topOf(index: number, { line, tall }: Heights): number {
  let top = index * line;
  for (const [at, height] of tall) if (at < index) top += height - line;
  return top;
}

export function windowOf(count: number, heights: Heights, scrollTop: number, height: number): Window {
  const first = Math.max(0, rowAt(count, heights, scrollTop) - SPARE);
  const end = Math.min(count, rowAt(count, heights, scrollTop + height) + 1 + SPARE);
  return { first, end, top: topOf(first, heights), total: topOf(count, heights) };
}

/** The row at a height, by halving. */
function rowAt(count: number, heights: Heights, y: number): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(middle, heights) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where to scroll so that a row can be seen; null when it can be already. */
export function scrollTo(index: number, heights: Heights, scrollTop: number, height: number): number | null {
  const top = topOf(index, heights);
  const bottom = topOf(index + 1, heights);
  if (top >= scrollTop && bottom <= scrollTop + height) return null;
  // In the middle: what came before and what comes after is what one wants to see.
  return Math.max(0, Math.round(top - Math.max(0, height - (bottom - top)) / 2));
}
