/** Height of the strip with a canvas's controls, and of the gap above it. */
const CONTROLS = 56;
const MARGIN = 12;
/** A banner that stands there until the server is back, with the gap to it. */
const BANNER = 52;
/** A smaller canvas has no room for words. */
const LEAST = { width: 320, height: 120 };

export interface Place {
  left?: number;
  bottom?: number;
  maxWidth?: number;
}

/**
 * Where toasts are shown: over the canvas, above its controls, where nothing can be pressed but nodes, and not over the panels around it. Where no canvas
 * has room, at the window's lower edge (its style sheet).
 */
export function placeOfToasts(): Place {
  const place = placeOverCanvas();
  return document.querySelector('.offline') && place.bottom !== undefined ? { ...place, bottom: place.bottom + BANNER } : place;
}

/** The same place without what stands there already. */
export function placeOverCanvas(): Place {
  const boxes = [...document.querySelectorAll('[data-canvas]')].map((canvas) => canvas.getBoundingClientRect());
  const box = boxes
    .filter(({ width, height }) => width >= LEAST.width && height >= LEAST.height)
    .sort((a, b) => b.width * b.height - a.width * a.height)[0];
  if (!box) return {};
  return { left: box.left + box.width / 2, bottom: innerHeight - box.bottom + CONTROLS, maxWidth: box.width - 2 * MARGIN };
}
