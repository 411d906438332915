import { useEffect, useRef, useState } from 'react';

const TYPING_DELAY_MS = 250;

/**
 * Keeps what is not saved in the browser, in pauses of typing and when the page is left or fails.
 *
 * @param draft null: nothing is unsaved, and what was kept is forgotten at once. Another object each time it changes, and only then
 * @param keep returns false when the browser has no room or forbids it
 */
export function useKeptDraft<T extends object>(draft: T | null, keep: (draft: T | null) => boolean) {
  const isGivenUp = useRef(false);
  const [isTooBig, setTooBig] = useState(false);
  const write = () => keep(isGivenUp.current ? null : draft);
  const latest = useRef(write);
  latest.current = write;
  useEffect(() => {
    const writeNow = () => setTooBig(!latest.current());
    const timer = setTimeout(writeNow, draft === null ? 0 : TYPING_DELAY_MS);
    addEventListener('pagehide', writeNow);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', writeNow);
    };
  }, [draft]);
  useEffect(() => () => void latest.current(), []);
  return {
    /** Nothing keeps the work but this page: the person has to be told. */
    isUnkept: isTooBig && draft !== null,
    /** Keeps it no more: the person leaves it and knows what is lost with it, or what it is of is gone. */
    giveUp: () => {
      isGivenUp.current = true;
    },
  };
}
