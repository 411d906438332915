import { describe, expect, test } from 'vitest';
import { hasMapButton, isBelowMap, isMapShown } from './miniMapPlace.ts';

const pane = { width: 660, height: 600 };
const view = { x: 0, y: 0, zoom: 1 };
const few = { all: 7, hidden: 1, covers: false };

describe('the small map', () => {
  test('is shown where it covers nothing', () => expect(isMapShown('auto', pane, few)).toBe(true));
  test('gives way to nodes', () => expect(isMapShown('auto', pane, { ...few, covers: true })).toBe(false));
  test('stays over the nodes of a large journey that is mostly out of sight', () => {
    expect(isMapShown('auto', pane, { all: 100, hidden: 80, covers: true })).toBe(true);
    expect(isMapShown('auto', pane, { all: 100, hidden: 20, covers: true })).toBe(false);
  });
  test('that was asked for covers what it covers', () => expect(isMapShown('open', pane, { ...few, covers: true })).toBe(true));
  test('that was closed stays closed', () => expect(isMapShown('closed', pane, few)).toBe(false));
  test('has no place on a small canvas, asked for or not', () => {
    expect(isMapShown('open', { width: 296, height: 600 }, few)).toBe(false);
    expect(isMapShown('auto', { width: 660, height: 300 }, few)).toBe(false);
    expect(hasMapButton({ width: 296, height: 600 })).toBe(false);
  });
  test('covers what reaches into its corner, at any zoom', () => {
    const node = { x: 440, y: 400, width: 80, height: 60 };
    expect(isBelowMap(node, view, pane)).toBe(true);
    expect(isBelowMap({ ...node, x: 380 }, view, pane)).toBe(false);
    expect(isBelowMap({ ...node, y: 560 }, view, pane)).toBe(false);
    expect(isBelowMap({ ...node, x: 900, y: 900 }, { ...view, zoom: 0.5 }, pane)).toBe(true);
  });
});
