/**
 * Sizes of a node card in pixels. Fixed rows make every port's place known without measuring: edges to nodes that are not on screen can be
 * drawn, and nothing jumps when a node is first rendered. canvas.css uses the same numbers.
 */
export const CARD_WIDTH = 224;
/** AIC's cards are as narrow as their names; journeys made there stand closer than `CARD_WIDTH`. */
export const NARROWEST = 144;
export const HEAD = 40;
export const SUMMARY = 20;
export const STARTS = 26;
export const CHILD = 26;
export const OUTCOME = 20;
export const START_WIDTH = 70;
export const END_WIDTH = 92;
export const END_HEIGHT = 32;
/** Room that edges like between two cards, and what they can do with. */
const GAP = 30;
const LEAST_GAP = 7;

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
  return HEAD + (rows.summary ? SUMMARY : 0) + (rows.starts ? STARTS : 0) + children;
}

export function cardHeight(rows: CardRows): number {
  return outcomesTop(rows) + rows.outcomes * OUTCOME;
}

/** Where the port of an outcome lies, below the card's top. */
export function portY(rows: Omit<CardRows, 'outcomes'>, index: number): number {
  return outcomesTop(rows) + index * OUTCOME + OUTCOME / 2;
}

/**
 * How wide the cards of a journey are: as wide as its closest neighbours allow. Coordinates are the file's and stay as they are, so journeys that were
 * drawn with narrower cards get narrower cards. Neighbours that even the narrowest cards cover do not count.
 *
 * @param cards corner and height of each card
 * @param ends what else must not be covered
 */
export function cardWidth(cards: readonly Omit<Rect, 'width'>[], ends: readonly Rect[]): number {
  const others = [...cards, ...ends];
  let width = CARD_WIDTH;
  for (const card of cards) {
    for (const other of others) {
      const distance = other.x - card.x;
      if (distance < NARROWEST + LEAST_GAP || distance >= width + GAP) continue;
      if (other.y < card.y + card.height && card.y < other.y + other.height) width = Math.max(NARROWEST, distance - GAP);
    }
  }
  return Math.floor(width);
}
