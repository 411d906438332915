import { exitLabelOf, findCallback, outputText } from './read.ts';
import type { Step } from './wire.ts';
import { useWords } from './words/context.ts';

interface PollingWaitProps {
  step: Step;
  /** The clock that the wait ends by, epoch ms. */
  now: number;
  waitUntil: number | null;
  /** An answer is under way. */
  busy: boolean;
  onCheckNow?: (() => void) | undefined;
  onExit?: (() => void) | undefined;
}

/** Players come back a millisecond after the end of a wait; so small a difference must not show. */
const SLACK_MS = 10;

/** "2.6 s" below ten seconds, "1:32" from a minute on; a whole wait of 3 s reads "3.0 s", and "0.0 s" at its end. */
export function remainingText(ms: number): string {
  const left = Math.max(0, ms);
  const tenths = Math.floor((left + SLACK_MS) / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const whole = Math.ceil((left - SLACK_MS) / 1000);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function PollingWait({ step, now, waitUntil, busy, onCheckNow, onExit }: PollingWaitProps) {
  const words = useWords();
  const wait = findCallback(step, 'PollingWaitCallback');
  const exit = exitLabelOf(step);
  const left = waitUntil === null ? 0 : Math.max(0, waitUntil - now);
  return (
    <div className="cb-wait">
      <span className="cb-ring" aria-hidden="true" />
      <p className="cb-wait-message">{wait ? outputText(wait, 'message') : ''}</p>
      <p className="cb-note numeric">{busy || left === 0 ? words.checking : words.nextUpdate(remainingText(left))}</p>
      <div className="cb-buttons cb-actions">
        {onCheckNow ? (
          <button type="button" className="cb-button cb-quiet" aria-disabled={busy || undefined} onClick={busy ? undefined : onCheckNow}>
            {words.checkNow}
          </button>
        ) : null}
        {exit && onExit ? (
          <button type="button" className="cb-button" aria-disabled={busy || undefined} onClick={busy ? undefined : onExit}>
            {exit}
          </button>
        ) : null}
      </div>
    </div>
  );
}
