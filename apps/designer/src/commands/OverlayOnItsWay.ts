import { useLayoutEffect } from 'react';
import { closeOverlays, useOverlays } from './overlays.ts';

/**
 * Stands in for an overlay while the network brings it. Keys are for the overlay already, though the focus is still on the screen below: letters are
 * kept for the palette, Escape takes the wish back, and no other key does anything.
 */
export function OverlayOnItsWay(): null {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') return closeOverlays();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { palette, typed } = useOverlays.getState();
      if (!palette) return;
      if (event.key === 'Backspace') useOverlays.setState({ typed: typed.slice(0, -1) });
      else if ([...event.key].length === 1) useOverlays.setState({ typed: typed + event.key });
    };
    // On the window: before the keys of the screen, which listen on the document.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
  return null;
}
