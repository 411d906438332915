import { CircleCheck, CircleX, RotateCcw } from 'lucide-react';
import type { Failure, Success } from '../../callbacks/index.ts';
import { Code, failureKind } from '../../callbacks/index.ts';
import { Button } from '../../components/index.ts';

function Again({ onAgain }: { onAgain: (() => void) | null }) {
  return onAgain ? (
    <div className="cb-actions">
      <Button icon={<RotateCcw size={14} aria-hidden="true" />} onPress={onAgain}>
        Start again
      </Button>
    </div>
  ) : null;
}

export function SignedIn({ success, onAgain }: { success: Success; onAgain: (() => void) | null }) {
  return (
    <div className="sim-end" data-end="success">
      <CircleCheck size={28} aria-hidden="true" />
      <h3 tabIndex={-1} data-focus-here>
        {success.tokenId === null ? 'Journey succeeded without a session' : 'Signed in'}
      </h3>
      {success.successUrl ? (
        <p className="dim">
          Goes on to <code>{success.successUrl}</code>
        </p>
      ) : null}
      <Body json={success.raw} />
      <Again onAgain={onAgain} />
    </div>
  );
}

interface FailedProps {
  failure: Failure;
  onAgain: (() => void) | null;
  /** What is to be known of this journey's failures. */
  note?: string | undefined;
}

export function Failed({ failure, onAgain, note }: FailedProps) {
  return (
    <div className="sim-end" data-end="failure" role="alert">
      <CircleX size={28} aria-hidden="true" />
      <h3 tabIndex={-1} data-focus-here>
        {failureKind(failure) === 'used-link' ? 'This link does not work any more' : failure.message}
      </h3>
      <p className="dim">{explain(failure)}</p>
      {note ? <p className="dim">{note}</p> : null}
      {failure.raw ? <Body json={failure.raw} /> : null}
      <Again onAgain={onAgain} />
    </div>
  );
}

/** AM's failure for whoever tries the journey. */
function explain(failure: Failure): string {
  const { code, reason, message } = failure;
  switch (failureKind(failure)) {
    case 'used-link':
      return `The link was used before, or its time has passed. AM says: ${message}`;
    case 'no-transaction':
      return 'The transaction does not exist or its Max Time has passed. A new run makes a new one.';
    case 'not-approved':
      return 'The journey reached its end, but the transaction could not be approved. The event list says why.';
    case 'timed-out':
      return 'The journey took longer than its session lives (5 minutes unless the journey says otherwise).';
    default:
      return `AM answered ${code} ${reason}. The event list says which node decided.`;
  }
}

function Body({ json }: { json: object }) {
  return (
    <details className="cb-code">
      <summary>Answer of AM</summary>
      {/* Scrolls, so the keyboard has to reach it. */}
      <Code>{JSON.stringify(json, null, 2)}</Code>
    </details>
  );
}
