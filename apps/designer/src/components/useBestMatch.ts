import { type KeyboardEvent, useRef } from 'react';

const MOVES = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp'];

/**
 * For the search field of an Autocomplete: Enter takes the best match. React Aria tells its list of the first match only half a second after the
 * typing, for screen readers; until then Enter would do nothing, or take what was first before. Once a key has moved in the list, the list takes
 * what is chosen there.
 *
 * @param best the first that is shown; undefined: Enter takes nothing
 */
export function useBestMatch<Item>(best: Item | undefined, take: (item: Item) => void) {
  const moved = useRef(false);
  return {
    onInput() {
      moved.current = false;
    },
    onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
      if (MOVES.includes(event.key)) moved.current = true;
      if (event.key !== 'Enter' || moved.current || best === undefined) return;
      event.preventDefault();
      take(best);
    },
  };
}
