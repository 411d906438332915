import { designerPath, navigate } from '../../app/index.ts';

/** The screen is a new one when the first of two journeys goes. */
const FRAMES = 30;

/** Leaves one of two journeys. Its button goes with it, so the canvas that stays takes the focus. */
export function closePane(realm: string, stays: string): void {
  navigate(designerPath(realm, stays));
  const focus = (frames: number): void => {
    const canvases = document.querySelectorAll<HTMLElement>('[data-canvas]');
    const { activeElement, body } = document;
    if (canvases.length === 1 && (activeElement === null || activeElement === body)) canvases[0]?.focus();
    else if (frames > 0) requestAnimationFrame(() => focus(frames - 1));
  };
  requestAnimationFrame(() => focus(FRAMES));
}
