import { useEffect, useRef } from 'react';

const TEXT = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]';

/** "?" anywhere on the screen, but in text and in dialogs. */
export function useHelpKey(open: () => void): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TEXT) !== null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
    };
    // Before the controls, some of which keep every key to themselves.
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
