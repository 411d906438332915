import { Button, ErrorBox } from '../components/index.ts';
import type { TidyUp } from './useTidyUp.ts';

/** Shown while a large journey is laid out, and where that failed. */
export function TidyProgress({ tidyUp: { waitingFor, error, start, stop } }: { tidyUp: TidyUp }) {
  if (error !== null) return <ErrorBox title="The journey was not tidied up" error={error} onRetry={start} />;
  if (waitingFor === null) return null;
  return (
    <div className="pane-progress">
      <span role="status">{`Tidying up ${waitingFor.toLocaleString()} nodes`}</span>
      <Button size="small" onPress={stop}>
        Cancel
      </Button>
    </div>
  );
}
