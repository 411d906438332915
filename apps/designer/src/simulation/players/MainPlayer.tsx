import type { JourneySummary } from '@tandem/api';
import { Play } from 'lucide-react';
import { Button, EmptyState } from '../../components/index.ts';
import { endsOnFailure } from '../derive/endsOnFailure.ts';
import { newestOf } from '../derive/runs.ts';
import { useLive, usePast, useScene, useSimulation } from '../hooks.ts';
import { AGENT } from '../session.ts';
import { BrowserFrame } from './Frames.tsx';
import { Mirror, PastScreen } from './later.tsx';
import { PlayerScreen } from './PlayerScreen.tsx';
import { sessionOfStep } from './sessionOfStep.ts';
import { usePlayer } from './usePlayer.ts';

interface MainPlayerProps {
  journey: string | null;
  journeys: readonly JourneySummary[];
  newRun: (() => void) | null;
}

/** The browser of the person who runs the main journey, on the player's own address. */
export function MainPlayer({ journey, journeys, newRun }: MainPlayerProps) {
  const simulation = useSimulation();
  const past = usePast();
  const session = useScene((scene) => scene.main);
  const started = useScene((scene) => (scene.run?.transactions.length ?? 0) > 0);
  const realm = useLive((state) => state.realm);
  const phase = usePlayer(simulation.agent, (state) => state.phase);
  const open = usePlayer(simulation.agent, ({ step }) => step && sessionOfStep(step));
  const newest = useLive((state) => (state.view ? newestOf(state.view.state, AGENT) : null));
  // Another tab has a player of the same name: what this one was asked is of one session, and a newer one is none of its own.
  const isOthers = phase === 'asked' && open !== null && session !== null && session.id !== open;
  // A start that AM refused has no run, but is what the browser shows.
  const own = session === null || (phase !== 'idle' && (session.id === newest?.id || newest?.refused === true));
  const query = `realm=/${realm}&authIndexType=service&authIndexValue=${encodeURIComponent(journey ?? '')}`;
  const starts = journeys.find((entry) => entry.id === journey)?.starts ?? [];
  return (
    <BrowserFrame address={`/am/XUI/?${query}`} href={journey ? `/sim/${encodeURIComponent(simulation.id)}/am/XUI/?${query}` : null}>
      {past ? (
        <PastScreen session={session} name="Browser" />
      ) : (own && !isOthers) || phase === 'sending' ? (
        <PlayerScreen
          player={simulation.agent}
          name="Browser"
          id={AGENT}
          onAgain={newRun}
          failureNote={endsOnFailure(session, starts, started)}
          idle={
            <EmptyState
              title={journey ? `Run ${journey}` : 'No journey to run'}
              action={
                newRun ? (
                  <Button kind="primary" icon={<Play size={14} aria-hidden="true" />} onPress={newRun}>
                    Start the journey
                  </Button>
                ) : undefined
              }
            >
              {journey
                ? starts.length > 0
                  ? `It starts ${starts.join(', ')} on the backchannel.`
                  : 'It starts no backchannel journey.'
                : 'Create or import a journey, then choose it above.'}
            </EmptyState>
          }
        />
      ) : (
        <Mirror session={session} name="Browser" newRun={newRun} />
      )}
    </BrowserFrame>
  );
}
