import { useLayoutEffect, useState } from 'react';
import type { Place } from './toastPlace.ts';

const LOOK_MS = 250;

/** Where something floats, followed while it is shown: another screen may come, and what is below the canvas may be opened. */
export function usePlace(isShown: boolean, read: () => Place): Place {
  const [place, setPlace] = useState<Place>({});
  useLayoutEffect(() => {
    if (!isShown) return;
    const look = () =>
      setPlace((old) => {
        const next = read();
        return next.left === old.left && next.bottom === old.bottom && next.maxWidth === old.maxWidth ? old : next;
      });
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [isShown, read]);
  return place;
}
