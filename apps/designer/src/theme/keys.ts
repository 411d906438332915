/** Keys that move the focus, or what is chosen. Letters and Enter are typed by who works with the mouse, too. */
const MOVING = new Set(['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));

/**
 * Marks the page while somebody works with the keys. Browsers take a focus that a script sets for one of the keyboard (`:focus-visible`), which on a
 * canvas as large as the window is a ring around everything for who has just clicked or opened it.
 */
export function watchKeys(): void {
  const { dataset } = document.documentElement;
  addEventListener(
    'keydown',
    ({ key, target }) => {
      if (MOVING.has(key) && (key === 'Tab' || !isField(target))) dataset.keys = '';
    },
    { capture: true },
  );
  addEventListener('pointerdown', () => delete dataset.keys, { capture: true });
}
