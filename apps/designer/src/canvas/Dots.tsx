import { ViewportPortal } from 'reactflow';

/**
 * The grid of dots behind a journey. It lies in the view and moves with it: React Flow's own background is drawn anew at every step of a pan, this
 * one when the browser needs more of it.
 */
export function Dots() {
  return (
    <ViewportPortal>
      <i className="dots" />
    </ViewportPortal>
  );
}
