import { CircleX, RotateCcw, RotateCw, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { CallbackForm, findCallback, outputText, type Player, plainText, usePlayerFocus } from '../../callbacks/index.ts';
import { Button, Skeleton } from '../../components/index.ts';
import { HeldNote } from '../control/HeldBar.tsx';
import { goneText } from '../derive/gone.ts';
import { newestOf } from '../derive/runs.ts';
import { useLive, useNow } from '../hooks.ts';
import { Failed, SignedIn } from './Ends.tsx';
import { usePlayer } from './usePlayer.ts';

interface PlayerScreenProps {
  player: Player;
  /** Whose screen it is: "Browser", "Phone". */
  name: string;
  /** The player's name in its address. */
  id: string;
  /** Shown before the journey is started. */
  idle: ReactNode;
  /** Starts the same journey again. */
  onAgain: (() => void) | null;
  /** Said below a failure of the journey itself. */
  failureNote?: string | undefined;
}

/** What a person sees: the question, the way it ended, and what went wrong on the way. */
export function PlayerScreen({ player, name, id, idle, onAgain, failureNote }: PlayerScreenProps) {
  const state = usePlayer(player, (all) => all);
  const now = useNow();
  const { phase, step, success, failure, problem } = state;
  const session = useLive(({ view }) => (view ? newestOf(view.state, id) : null));
  const gone = goneText(session, state);
  const focus = usePlayerFocus(player, state);
  const wait = step && findCallback(step, 'PollingWaitCallback');
  const header = plainText(step?.header ?? '');
  return (
    <div className="sim-player" {...focus}>
      {/* Told politely: a poll changes this text while the person works elsewhere. */}
      <p className="visually-hidden" role="status">
        {wait ? outputText(wait, 'message') : header}
      </p>
      {problem ? (
        <div className="sim-problem" role="alert">
          <WifiOff size={15} aria-hidden="true" />
          <span>{problem} Your answers are kept.</span>
          <Button size="small" icon={<RotateCw size={13} aria-hidden="true" />} onPress={player.retry}>
            Try again
          </Button>
        </div>
      ) : null}
      {gone ? (
        <div className="sim-problem" role="alert">
          <CircleX size={15} aria-hidden="true" />
          <span>{gone}</span>
          {onAgain ? (
            <Button size="small" icon={<RotateCcw size={13} aria-hidden="true" />} onPress={onAgain}>
              Start again
            </Button>
          ) : null}
        </div>
      ) : null}
      {phase === 'sending' ? <HeldNote session={session} /> : null}
      {phase === 'idle' && !problem ? idle : null}
      {phase === 'sending' && !step && session?.status.kind !== 'held' ? <Skeleton label="Starting the journey" lines={3} /> : null}
      {step ? (
        <CallbackForm
          label={`${name}: ${header || 'questions'}`}
          step={step}
          stepCount={state.stepCount}
          values={state.values}
          busy={phase === 'sending'}
          now={now}
          waitUntil={state.waitUntil}
          onChange={player.setValue}
          onSubmit={player.submit}
          onSend={player.send}
          onChoose={player.choose}
          onExit={player.exit}
          onCheckNow={player.checkNow}
        />
      ) : null}
      {phase === 'signed-in' && success ? <SignedIn success={success} onAgain={onAgain} /> : null}
      {phase === 'failed' && failure ? <Failed failure={failure} onAgain={onAgain} note={failureNote} /> : null}
    </div>
  );
}
