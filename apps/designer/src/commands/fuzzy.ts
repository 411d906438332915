/**
 * How well a text matches what was typed: its letters in their order, better at the beginnings of words and side by side; null: not at all.
 * Words may be typed in any order.
 */
export function matchScore(query: string, text: string): number | null {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  let total = 0;
  for (const word of words) {
    const score = wordScore(word, text);
    if (score === null) return null;
    total += score;
  }
  return total;
}

function wordScore(word: string, text: string): number | null {
  const lower = text.toLowerCase();
  const at = lower.indexOf(word);
  // A word as it stands beats letters found apart, at the beginning of a word it beats the middle of one.
  if (at >= 0) return 100 + (startsWord(text, at) ? 50 : 0) + word.length - at * 0.1;
  let score = 0;
  let from = 0;
  let last = -2;
  for (const letter of word) {
    const found = nextLetter(text, lower, letter, from, last);
    if (found < 0) return null;
    score += startsWord(text, found) ? 8 : found === last + 1 ? 6 : 1;
    last = found;
    from = found + 1;
  }
  return score - text.length * 0.05;
}

/** The letter that goes on, else one that begins a word, else the next one. */
function nextLetter(text: string, lower: string, letter: string, from: number, last: number): number {
  if (lower[last + 1] === letter && last + 1 >= from) return last + 1;
  for (let at = lower.indexOf(letter, from); at >= 0; at = lower.indexOf(letter, at + 1)) if (startsWord(text, at)) return at;
  return lower.indexOf(letter, from);
}

function startsWord(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text[at - 1] ?? '';
  const here = text[at] ?? '';
  return !/[\p{L}\p{N}]/u.test(before) || (/\p{Lu}/u.test(here) && /\p{Ll}/u.test(before));
}

/** What matches, best first; equal ones in the order given. */
export function fuzzySearch<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  if (query.trim() === '') return [...items];
  return items
    .flatMap((item) => {
      const score = matchScore(query, textOf(item));
      return score === null ? [] : [{ item, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
