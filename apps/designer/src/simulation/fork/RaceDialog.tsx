import type { ForkPointAnswer } from '@tandem/api';
import type { Session, SimulationState } from '@tandem/engine/view';
import { useQuery } from '@tanstack/react-query';
import { Swords } from 'lucide-react';
import { useMemo, useState } from 'react';
import { comparePath, navigate } from '../../app/index.ts';
import { initialValues, type Values } from '../../callbacks/index.ts';
import { Button, Dialog, ErrorBox, Select, Skeleton, Switch } from '../../components/index.ts';
import { clockText } from '../derive/timeline.ts';
import { useLive, useScene, useSimulation } from '../hooks.ts';
import { stepOfSession } from '../players/stepOf.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { askAgain, forkMove, isSame, likeliest, movesAt, type RaceMove } from './race.ts';
import { createFork, forkPointQuery, nameSimulation } from './requests.ts';
import { tell } from './told.ts';

interface RaceDialogProps {
  at: number;
  onClose(): void;
}

/** Two moves that a moment allows, made in either order: two forks, seen side by side. */
export default function RaceDialog({ at, onClose }: RaceDialogProps) {
  const simulation = useSimulation();
  const { data: point, error, refetch } = useQuery(forkPointQuery(simulation.id, at));
  useLive(({ view }) => view?.events);
  const history = simulation.history();
  // The oldest events of a long log are read last.
  const isRead = history !== null && point !== undefined && point.seq >= history.start && point.seq <= history.end;
  const state = isRead && point && history ? history.at(point.seq) : null;
  if (point && state) return <RaceForm point={point} state={state} onClose={onClose} />;
  return (
    <Dialog title="Race here" size="wide" isOpen onClose={onClose}>
      {error ? (
        <ErrorBox title="This moment could not be read" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label="Reading the moment" lines={4} />
      )}
    </Dialog>
  );
}

function RaceForm({ point, state, onClose }: { point: ForkPointAnswer; state: SimulationState; onClose(): void }) {
  const simulation = useSimulation();
  const events = useScene((scene) => scene.events);
  const moves = useMemo(() => movesAt(state, (session) => nodeOf(session, events, state.seq)), [state, events]);
  const [[first, second], setPair] = useState(() => likeliest(moves));
  const [values, setValues] = useState<ReadonlyMap<string, Values>>(new Map());
  const [asks, setAsks] = useState(true);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const waits = askAgain(state, []).length > 0;
  const isRace = first !== null && second !== null && !isSame(first, second);

  const race = async () => {
    if (busy || !isRace) return;
    setBusy(true);
    setFailed(null);
    const valuesOf = (move: RaceMove): Values => {
      if (move.kind !== 'answer') return {};
      const session = state.sessions[move.session];
      const step = session && !point.answers.some((answer) => answer.session === move.session) ? stepOfSession(session) : null;
      return { ...(step ? initialValues(step) : {}), ...values.get(move.session) };
    };
    const after = asks && waits ? askAgain(state, [first, second]) : [];
    const run = async (one: RaceMove, other: RaceMove) => {
      const pair = [one, other].map((move) => forkMove(move, valuesOf(move)));
      const made = await createFork(simulation.id, { at: point.seq, moves: [...pair, ...after] });
      // A client that has heard the end asks no more: only what became of the two moves is worth telling.
      tell(made.id, { ...made, dropped: made.dropped.filter(({ why }) => why !== 'the session does not wait for an answer') });
      await nameSimulation(made.id, `${one.short}, then ${other.short}`);
      return made.id;
    };
    try {
      const [a, b] = [await run(first, second), await run(second, first)];
      onClose();
      navigate(comparePath(a, b));
    } catch (error) {
      setFailed(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="Race here"
      size="wide"
      isOpen
      isFilled={values.size > 0}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" icon={<Swords size={14} aria-hidden="true" />} isDisabled={busy || !isRace} onPress={() => void race()}>
            {busy ? 'Running both orders…' : 'Run both orders'}
          </Button>
        </>
      }
    >
      <div className="fork-form">
        <p className="dim">
          Both moves can come first at <span className="numeric">{clockText(state.now)}</span>. Two forks make them in either order, and you see both
          side by side.
        </p>
        {moves.length < 2 ? <p className="fork-none dim">At this moment there are no two moves to choose from.</p> : null}
        <div className="fork-race">
          {(['One move', 'The other move'] as const).map((label, index) => {
            const move = index === 0 ? first : second;
            const other = index === 0 ? second : first;
            return (
              <section key={label} className="fork-card" data-hue={move?.hue} aria-label={label}>
                <Select
                  label={label}
                  options={moves.map(({ id, label: text, ...of }) => ({
                    value: id,
                    label: text,
                    detail: of.kind === 'clock' ? `at ${clockText(of.to)}` : undefined,
                  }))}
                  value={move?.id ?? null}
                  error={move && isSame(move, other) && index === 1 ? 'These two have one order only.' : undefined}
                  onChange={(id) => {
                    const chosen = moves.find((one) => one.id === id) ?? null;
                    setPair(index === 0 ? [chosen, second] : [first, chosen]);
                  }}
                />
                {move?.kind === 'answer' ? (
                  <Answer
                    session={state.sessions[move.session]}
                    now={state.now}
                    point={point}
                    values={values.get(move.session) ?? {}}
                    onChange={(next) => setValues((all) => new Map(all).set(move.session, next))}
                    onSubmit={() => void race()}
                  />
                ) : null}
              </section>
            );
          })}
        </div>
        {waits ? (
          <Switch
            label="Then let the waiting clients ask again"
            help="What a journey makes of it shows when its client comes back: it asks a few times more, at its pace."
            isSelected={asks}
            onChange={setAsks}
          />
        ) : null}
        {failed ? <ErrorBox title="The race was not run" error={failed} onRetry={() => void race()} /> : null}
      </div>
    </Dialog>
  );
}

interface AnswerProps {
  session: Session | undefined;
  now: number;
  point: ForkPointAnswer;
  values: Values;
  onChange(values: Values): void;
  onSubmit(): void;
}

function Answer({ session, now, point, values, onChange, onSubmit }: AnswerProps) {
  if (!session) return null;
  const given = point.answers.find((answer) => answer.session === session.id);
  return (
    <>
      {given ? <p className="dim">As it was answered later; passwords are not shown.</p> : null}
      <AnswerForm {...{ session, now, values, onChange, onSubmit }} given={given?.inputs ?? {}} />
    </>
  );
}

/** As the canvas names it. */
function nodeOf(
  session: Session,
  events: readonly { seq: number; session?: string | undefined; nodeName?: string | undefined }[],
  until: number,
): string {
  return events.findLast((event) => event.seq <= until && event.session === session.id && event.nodeName !== undefined)?.nodeName ?? session.journey;
}
