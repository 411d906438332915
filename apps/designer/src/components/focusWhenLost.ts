type Place = string | (() => Element | null | undefined);

/**
 * For after something went that may have had the focus, its button among it: the first of these places that is there takes the focus. One that is
 * elsewhere stays where it is.
 */
export function focusWhenLost(...places: readonly Place[]): void {
  // A dialog gives the focus back first, and React takes away what is gone.
  setTimeout(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    for (const place of places) {
      const found = typeof place === 'string' ? document.querySelector(place) : place();
      if (!(found instanceof HTMLElement)) continue;
      found.focus();
      return;
    }
  });
}
