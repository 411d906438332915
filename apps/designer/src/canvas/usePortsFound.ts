import { useLayoutEffect, useRef } from 'react';
import { useUpdateNodeInternals } from 'reactflow';

/**
 * React Flow looks for a card's ports when the card is drawn first. One that was drawn from afar had none: they are looked for when it comes nearer.
 *
 * @param far whether the card is drawn without ports now
 */
export function usePortsFound(id: string, far: boolean): void {
  const update = useUpdateNodeInternals();
  const missing = useRef(far);
  useLayoutEffect(() => {
    if (far || !missing.current) return;
    missing.current = false;
    update(id);
  }, [far, id, update]);
}
