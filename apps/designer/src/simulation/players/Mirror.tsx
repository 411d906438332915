import type { Session } from '@tandem/engine/view';
import { Play, Radio } from 'lucide-react';
import { useMemo } from 'react';
import { CallbackForm } from '../../callbacks/index.ts';
import { Button } from '../../components/index.ts';
import { sessionText } from '../derive/sessionText.ts';
import { useNow } from '../hooks.ts';
import { AGENT, USER } from '../session.ts';
import { stepOfSession } from './stepOf.ts';

const nothing = () => undefined;

function whose({ player, status }: Session): string {
  if (player === AGENT || player === USER)
    return status.kind === 'ended'
      ? 'An earlier run of this screen'
      : 'This run is answered in another tab, or was left by a reload. Here it can only be watched.';
  return player ? `Answered by the player "${player}", not here` : 'Answered by another client, not here';
}

/** What another client (a phone, an SDK, a script, an older run) shows; it is answered there. */
export function Mirror({ session, name, newRun = null }: { session: Session; name: string; newRun?: (() => void) | null }) {
  const now = useNow();
  const step = useMemo(() => stepOfSession(session), [session]);
  const { status } = session;
  return (
    <div className="sim-player">
      <p className="sim-mirror">
        <Radio size={14} aria-hidden="true" />
        <span>{whose(session)}</span>
        {newRun ? (
          <Button size="small" icon={<Play size={13} aria-hidden="true" />} onPress={newRun}>
            Start a new run here
          </Button>
        ) : null}
      </p>
      {step && status.kind === 'callbacks' ? (
        <CallbackForm
          mirror
          label={`${name}: what the other client shows`}
          step={step}
          stepCount={0}
          values={{}}
          busy={false}
          now={now}
          waitUntil={status.poll?.due ?? null}
          onChange={nothing}
          onSubmit={nothing}
          onChoose={nothing}
        />
      ) : (
        <p>{status.kind === 'ended' && status.message ? status.message : `This session: ${sessionText(session, now).text}.`}</p>
      )}
    </div>
  );
}
