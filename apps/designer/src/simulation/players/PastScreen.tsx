import type { Session } from '@tandem/engine/view';
import { CircleCheck, CircleX, History } from 'lucide-react';
import { useMemo } from 'react';
import { CallbackForm } from '../../callbacks/index.ts';
import { EmptyState } from '../../components/index.ts';
import { clockText } from '../derive/timeline.ts';
import { useNow, useScene, useSimulation } from '../hooks.ts';
import { seenAt, stepOfSession } from './stepOf.ts';

const nothing = () => undefined;

/** What a person saw at the moment that is looked at; nothing can be answered there. */
export function PastScreen({ session, name }: { session: Session | null; name: string }) {
  const then = useNow();
  return (
    <div className="sim-player">
      <p className="sim-mirror">
        <History size={14} aria-hidden="true" />
        <span className="numeric">As it was at {clockText(then)}</span>
      </p>
      {session ? <Then session={session} name={name} /> : <EmptyState title="Nothing yet">At this moment the journey had not begun here.</EmptyState>}
    </div>
  );
}

function Then({ session, name }: { session: Session; name: string }) {
  const simulation = useSimulation();
  const now = useNow();
  const seq = useScene((scene) => scene.seq ?? scene.newest);
  const events = useScene((scene) => scene.events);
  const seen = useMemo(() => {
    const history = simulation.history();
    return history && seenAt(session, seq, events, history);
  }, [simulation, session, seq, events]);
  const step = useMemo(() => seen && stepOfSession(seen.session), [seen]);
  if (session.status.kind === 'ended') return <Ended status={session.status} />;
  if (!seen || !step) return <p className="dim">Waiting for AM's first answer.</p>;
  const { status } = seen.session;
  return (
    <>
      <CallbackForm
        mirror
        label={`${name}: what the person saw`}
        step={step}
        stepCount={0}
        values={{}}
        busy={seen.isSent}
        now={now}
        waitUntil={status.kind === 'callbacks' ? (status.poll?.due ?? null) : null}
        onChange={nothing}
        onSubmit={nothing}
        onChoose={nothing}
      />
      {seen.isSent ? <p className="dim">The answer was sent; AM had not answered yet.</p> : null}
    </>
  );
}

function Ended({ status }: { status: Extract<Session['status'], { kind: 'ended' }> }) {
  const isSuccess = status.result === 'success';
  const Icon = isSuccess ? CircleCheck : CircleX;
  return (
    <div className="sim-end" data-end={status.result}>
      <Icon size={28} aria-hidden="true" />
      <h3>{isSuccess ? (status.tokenId === null ? 'Journey succeeded without a session' : 'Signed in') : status.message}</h3>
    </div>
  );
}
