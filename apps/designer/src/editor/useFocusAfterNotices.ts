import { type RefObject, useEffect, useRef } from 'react';
import type { CanvasHandle } from '../canvas/index.ts';

/** A notice that goes takes its buttons along: the canvas has the focus then, unless something else took it. */
export function useFocusAfterNotices(count: number, canvas: RefObject<CanvasHandle | null>): void {
  const before = useRef(count);
  useEffect(() => {
    const { activeElement, body } = document;
    if (count < before.current && (activeElement === null || activeElement === body)) canvas.current?.focus();
    before.current = count;
  }, [count, canvas]);
}
