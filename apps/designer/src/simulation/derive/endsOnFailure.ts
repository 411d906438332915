import type { Session } from '@tandem/engine/view';
import { FAILURE_NODE_ID } from '@tandem/journey';

/**
 * A journey that starts others shows its last message and then reaches Failure, which a person may take for a defect (Ping docs: it "always ends on
 * the Failure node as it is not in itself an authentication journey").
 *
 * @param started whether this run of it started any: one that failed before that has no such reason
 */
export function endsOnFailure(session: Pick<Session, 'node' | 'status'> | null, starts: readonly string[], started: boolean): string | undefined {
  const { status } = session ?? {};
  const reached = session?.node === FAILURE_NODE_ID && status?.kind === 'ended' && status.errorCode === null;
  return reached && started && starts.length > 0
    ? `The journey reached its Failure node. One that starts ${starts.join(', ')} ends there by design: it signs nobody in.`
    : undefined;
}
