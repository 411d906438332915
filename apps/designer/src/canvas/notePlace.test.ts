import { addNote, changeNote } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { deriveNodes } from './derive.ts';
import type { JourneyDocument } from './document.ts';
import type { Rect } from './geometry.ts';
import { notesClear, placeOfNote } from './notePlace.ts';
import { noteIdOf } from './notes.ts';

const SIZE = { width: 220, height: 100 };
const withNotes = (...places: { x: number; y: number }[]): JourneyDocument => {
  const document = loopDocument();
  const tree = places.reduce(
    (rest, { x, y }, index) => addNote(rest, { id: `n${index}`, text: '', color: 'yellow', x, y, w: 220, h: 100 }),
    document.tree,
  );
  return { ...document, tree };
};
const rects = (document: JourneyDocument): Rect[] =>
  deriveNodes(document, []).map(({ position, width = 0, height = 0 }) => ({ ...position, width, height }));
const meet = (a: Rect, b: Rect) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const overlaps = (document: JourneyDocument): number => {
  const all = rects(document);
  return all.flatMap((a, index) => all.slice(index + 1).filter((b) => meet(a, b))).length;
};
const moved = (document: JourneyDocument): JourneyDocument => ({
  ...document,
  tree: notesClear(document, []).reduce((tree, { id, x, y }) => changeNote(tree, noteIdOf(id) ?? '', { x, y }), document.tree),
});

describe('a new sticky note', () => {
  const view = { x: 0, y: -100, width: 1300, height: 600 };
  test('stands in sight and on nothing', () => {
    const document = loopDocument();
    const place = { ...placeOfNote(document, [], SIZE, view), ...SIZE };
    expect(rects(document).some((rect) => meet(rect, place))).toBe(false);
    expect(place.x >= view.x && place.y >= view.y && place.x + 220 <= view.x + view.width && place.y + 100 <= view.y + view.height).toBe(true);
  });
  test('stands beside a note that is there already', () => {
    const first = placeOfNote(loopDocument(), [], SIZE, view);
    const second = placeOfNote(withNotes(first), [], SIZE, view);
    expect(meet({ ...first, ...SIZE }, { ...second, ...SIZE })).toBe(false);
  });
  test('is in the middle where nothing else is', () => {
    const { x, y } = placeOfNote(loopDocument(), [], SIZE, { x: 5000, y: 5000, width: 600, height: 400 });
    expect(Math.abs(x + 110 - 5300)).toBeLessThan(16);
    expect(Math.abs(y + 50 - 5200)).toBeLessThan(16);
  });
  test('goes out of sight rather than onto a node', () => {
    const place = { ...placeOfNote(loopDocument(), [], SIZE, { x: 500, y: 100, width: 240, height: 120 }), ...SIZE };
    expect(rects(loopDocument()).some((rect) => meet(rect, place))).toBe(false);
  });
});

describe('notes after a layout', () => {
  test('that lie on nodes move above the journey, each to a place of its own', () => {
    const document = withNotes({ x: 210, y: 110 }, { x: 260, y: 120 }, { x: 510, y: 90 });
    expect(overlaps(document)).toBeGreaterThan(0);
    expect(overlaps(moved(document))).toBe(0);
  });
  test('that lie on none stay where they are', () => expect(notesClear(withNotes({ x: 200, y: -400 }), [])).toEqual([]));
});
