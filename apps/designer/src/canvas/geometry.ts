/**
 * Sizes of a node card in pixels. Fixed rows make every port's place known without measuring: edges to nodes that are not on screen can be
 * drawn, and nothing jumps when a node is first rendered. canvas.css uses the same numbers.
 */
export const CARD_WIDTH = 224;
export const HEAD = 48;
const SUMMARY = 22;
const STARTS = 28;
const CHILD = 32;
const OUTCOME = 24;
export const END_WIDTH = 104;
export const END_HEIGHT = 36;

export interface Point {
  x: number;
  y: number;
}
export interface Rect extends Point {
  width: number;
  height: number;
}

export interface CardRows {
  summary: boolean;
  starts: boolean;
  children: number;
  outcomes: number;
}

/** Top of the outcome rows below the card's top. */
function outcomesTop(rows: Omit<CardRows, 'outcomes'>): number {
  const children = rows.children > 0 ? rows.children * CHILD + 8 : 0;
  return HEAD + (rows.summary ? SUMMARY : 0) + (rows.starts ? STARTS : 0) + children + 4;
}

export function cardHeight(rows: CardRows): number {
  return outcomesTop(rows) + rows.outcomes * OUTCOME;
}

/** Where the port of an outcome lies, below the card's top. */
export function portY(rows: Omit<CardRows, 'outcomes'>, index: number): number {
  return outcomesTop(rows) + index * OUTCOME + OUTCOME / 2;
}
