import { HEAD } from './geometry.ts';

const LARGEST = 36;
const SMALLEST = 16;
const LINE = 1.1;
const PADDING = 12;
/** Room of the icon before the first word, and of a space, as part of the size. */
const ICON = 1.3;
const SPACE = 0.28;

interface FarName {
  /** Px at full zoom. */
  size: number;
  /** Whether there is room for the icon: a larger name says more. */
  icon: boolean;
  /** Of a name that has no room at any size: so many lines are seen whole, the rest is left out. */
  lines?: number;
}

/** Width of a bold letter as part of its size, on the generous side: a name that wraps once more than thought is cut. */
function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += /[ijlftrI.,:'|()]/.test(letter) ? 0.4 : /[mwMW@%]/.test(letter) ? 0.92 : /[A-Z0-9]/.test(letter) ? 0.7 : 0.59;
  return width;
}

/** @param words their widths, as part of the size */
function fits(words: readonly number[], size: number, icon: boolean, width: number, height: number): boolean {
  const across = (width - 2 * PADDING) / size;
  let lines = 1;
  let used = icon ? ICON : 0;
  for (const length of words) {
    if (length > across) return false;
    if (used + length > across) {
      lines += 1;
      used = 0;
    }
    used += length + SPACE;
  }
  return lines * size * LINE <= height - PADDING / 2;
}

/** How the name is drawn on a card that is too small for anything else: as large as its words fit. */
export function farName(name: string, width: number, height = HEAD): FarName {
  const words = name.split(/\s+/).map(widthOf);
  let size = LARGEST;
  while (size > SMALLEST && !fits(words, size, false, width, height)) size -= 1;
  const icon = fits(words, size, true, width, height);
  if (size > SMALLEST || icon || fits(words, size, false, width, height)) return { size, icon };
  return { size, icon, lines: Math.max(1, Math.floor((height - PADDING / 2) / (size * LINE))) };
}
