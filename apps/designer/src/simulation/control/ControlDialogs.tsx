import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { useSimulation } from '../hooks.ts';

const CallDialog = lazy(() => import('./CallDialog.tsx'));
const LatencyDialog = lazy(() => import('./LatencyDialog.tsx'));

/** The dialog of this room that is open. */
export function ControlDialogs() {
  const { control } = useSimulation();
  const dialog = useStore(control.store, (state) => state.dialog);
  if (dialog === null) return null;
  const onClose = () => control.store.setState({ dialog: null });
  return (
    <Suspense fallback={null}>
      {dialog.kind === 'call' ? (
        <CallDialog stub={dialog.stub ?? null} call={dialog.call} onClose={onClose} />
      ) : (
        <LatencyDialog journey={dialog.journey} node={dialog.node} onClose={onClose} />
      )}
    </Suspense>
  );
}
