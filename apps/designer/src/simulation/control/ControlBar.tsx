import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { ErrorBox, IconButton } from '../../components/index.ts';
import { useSimulation } from '../hooks.ts';
import { useFaults } from './hooks.ts';

const FaultBar = lazy(() => import('./FaultBar.tsx'));

/** Above everything: what goes wrong on purpose, so that nobody looks for a mistake there; and what could not be set. */
export function ControlBar() {
  const { control } = useSimulation();
  const refused = useStore(control.store, (state) => state.refused);
  const faults = useFaults();
  return (
    <>
      {faults.length > 0 ? (
        <Suspense>
          <FaultBar />
        </Suspense>
      ) : null}
      {refused ? (
        <div className="sim-refused">
          <ErrorBox title={refused.title} error={refused.error} onRetry={refused.retry} />
          <IconButton
            size="small"
            label="Close"
            icon={<X size={14} aria-hidden="true" />}
            onPress={() => control.store.setState({ refused: null })}
          />
        </div>
      ) : null}
    </>
  );
}
