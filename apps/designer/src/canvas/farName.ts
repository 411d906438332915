import { HEAD } from './geometry.ts';

const LARGEST = 36;
const SMALLEST = 16;
/** Width of a letter as part of its size; of a bold one on average. */
const LETTER = 0.56;
const LINE = 1.1;
const PADDING = 12;
/** Room of the icon before the first word, in letters. */
const ICON = 2.3;

interface FarName {
  /** Px at full zoom. */
  size: number;
  /** Whether there is room for the icon: a larger name says more. */
  icon: boolean;
}

function fits(words: readonly string[], size: number, icon: boolean, width: number, height: number): boolean {
  const across = (width - 2 * PADDING) / (size * LETTER);
  let lines = 1;
  let used = icon ? ICON : 0;
  for (const { length } of words) {
    if (length > across) return false;
    if (used + length > across) {
      lines += 1;
      used = 0;
    }
    used += length + 0.5;
  }
  return lines * size * LINE <= height - PADDING / 2;
}

/** How the name is drawn on a card that is too small for anything else: as large as its words fit. */
export function farName(name: string, width: number, height = HEAD): FarName {
  const words = name.split(/\s+/);
  let size = LARGEST;
  while (size > SMALLEST && !fits(words, size, false, width, height)) size -= 1;
  return { size, icon: fits(words, size, true, width, height) };
}
