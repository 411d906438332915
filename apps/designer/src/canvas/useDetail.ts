import { useCallback, useEffect, useState } from 'react';
import { useStoreApi } from 'reactflow';
import { type Detail, detailOf } from './CanvasContext.ts';

/**
 * How much of a card can be read at the present zoom. While somebody turns the wheel or pinches, cards are scaled as they are, and drawn anew at rest:
 * a thousand of them would change up to three times on the way.
 *
 * @param isMany cards come into the page while the view goes outward: the lighter ones as soon as can be
 * @param isGesture whether a person moves the view now
 * @returns `settle` is called when the view has come to rest
 */
export function useDetail(isMany: boolean, isGesture: () => boolean): { detail: Detail; settle(): void } {
  const api = useStoreApi();
  const [detail, setDetail] = useState(() => detailOf(api.getState()));
  const settle = useCallback(() => setDetail(detailOf(api.getState())), [api]);
  useEffect(() => {
    settle();
    return api.subscribe((state, { transform }) => {
      if (state.transform[2] !== transform[2] && (isMany || !isGesture())) settle();
    });
  }, [api, settle, isMany, isGesture]);
  return { detail, settle };
}
