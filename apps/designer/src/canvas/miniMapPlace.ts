import type { Viewport } from 'reactflow';
import { create } from 'zustand';
import type { Rect } from './geometry.ts';
import type { Size } from './viewport.ts';

/** The map, and how far its lower edge is from the canvas's: it floats above the strip of the controls. */
export const MAP = { width: 168, height: 108, right: 12, bottom: 52 } as const;
/** A smaller canvas has no room for a map. */
const LEAST: Size = { width: 520, height: 340 };
/** A narrower one has none for the button either: the controls are there. */
const LEAST_FOR_BUTTON = 380;
/** From so many nodes on, with most of them out of sight, the map is worth more than the nodes below it. */
const MANY = 30;

/** What a person decided about the map; `auto` until then: it is shown where it covers no node. */
export type MapChoice = 'auto' | 'open' | 'closed';
const PLACE = 'tandem.minimap';

function stored(): MapChoice {
  try {
    const kept = localStorage.getItem(PLACE);
    return kept === 'open' || kept === 'closed' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

/** Of every canvas, and of the next visit. */
export const useMapChoice = create<{ choice: MapChoice }>(() => ({ choice: stored() }));

export function chooseMap(choice: MapChoice): void {
  useMapChoice.setState({ choice });
  try {
    localStorage.setItem(PLACE, choice);
  } catch {
    // Without storage it lasts as long as the page.
  }
}

/** Whether something lies below the map. */
export function isBelowMap({ x, y, width, height }: Rect, view: Viewport, size: Size): boolean {
  const left = x * view.zoom + view.x;
  const top = y * view.zoom + view.y;
  const bottom = size.height - MAP.bottom;
  return (
    left < size.width - MAP.right &&
    left + width * view.zoom > size.width - MAP.right - MAP.width &&
    top < bottom &&
    top + height * view.zoom > bottom - MAP.height
  );
}

/** Whether there is a button that tells what is out of sight. */
export const hasMapButton = ({ width }: Size): boolean => width >= LEAST_FOR_BUTTON;

/**
 * Whether the map is shown. It never covers nodes unless somebody asked for it, or the journey is a large one of which most is out of sight.
 *
 * @param covers whether nodes are below it
 */
export function isMapShown(choice: MapChoice, size: Size, nodes: { all: number; hidden: number; covers: boolean }): boolean {
  if (choice === 'closed' || size.width < LEAST.width || size.height < LEAST.height) return false;
  return choice === 'open' || !nodes.covers || (nodes.all >= MANY && nodes.hidden * 2 > nodes.all);
}
