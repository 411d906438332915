import type { Session } from '@tandem/engine/view';
import { Play, Radio } from 'lucide-react';
import { useMemo } from 'react';
import { CallbackForm, parseAnswer, type Step } from '../../callbacks/index.ts';
import { Button } from '../../components/index.ts';
import { sessionText } from '../derive/sessionText.ts';
import { useNow } from '../hooks.ts';
import { AGENT, USER } from '../session.ts';

const nothing = () => undefined;

function whose({ player, status }: Session): string {
  if (player === AGENT || player === USER)
    return status.kind === 'ended'
      ? 'An earlier run of this screen'
      : 'This run is answered in another tab, or was left by a reload. Here it can only be watched';
  return player ? `Answered by the player "${player}", not here` : 'Answered by another client, not here';
}

/** The step that a session waits with, as its client got it: inputs are named by their callback's place. */
function stepOfSession(session: Session): Step | null {
  const { status } = session;
  if (status.kind !== 'callbacks') return null;
  const callbacks = status.callbacks.map((callback, index) => ({
    type: callback.type,
    output: callback.output,
    input: callback.input.map(({ suffix, value }) => ({ name: `IDToken${index + 1}${suffix}`, value })),
  }));
  const { stage, header, description } = status;
  const answer = parseAnswer(200, { authId: '', callbacks, stage, header, description });
  return answer.kind === 'step' ? answer : null;
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
