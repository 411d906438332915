import type { ForkPointAnswer } from '@tandem/api';
import type { Session, SimulationState } from '@tandem/engine/view';
import { useQuery } from '@tanstack/react-query';
import { GitFork, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { navigate, simulationPath } from '../../app/index.ts';
import { initialValues, type Values } from '../../callbacks/index.ts';
import { Button, Dialog, ErrorBox, Menu, Skeleton, Switch } from '../../components/index.ts';
import { clockText } from '../derive/timeline.ts';
import { useLive, useSimulation } from '../hooks.ts';
import { stepOfSession } from '../players/stepOf.ts';
import { ChangeCard, KINDS } from './ChangeCard.tsx';
import { changesOf, type Draft, type DraftKind } from './drafts.ts';
import { journeysAt } from './journeysAt.ts';
import { createFork, forkPointQuery } from './requests.ts';
import { tell } from './told.ts';

interface ForkDialogProps {
  /** Seq of the moment that is looked at. */
  at: number;
  onClose(): void;
}

/** Goes on from a moment in another way, in a simulation of its own. */
export default function ForkDialog({ at, onClose }: ForkDialogProps) {
  const simulation = useSimulation();
  const { data: point, error, refetch } = useQuery(forkPointQuery(simulation.id, at));
  useLive(({ view }) => view?.events);
  const history = simulation.history();
  // The oldest events of a long log are read last.
  const isRead = history !== null && point !== undefined && point.seq >= history.start && point.seq <= history.end;
  const state = isRead && point && history ? history.at(point.seq) : null;
  if (!point || !state) {
    return (
      <Dialog title="Fork here" size="wide" isOpen onClose={onClose}>
        {error ? (
          <ErrorBox title="This moment could not be read" error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton label="Reading the moment" lines={4} />
        )}
      </Dialog>
    );
  }
  return <ForkForm at={at} point={point} state={state} onClose={onClose} />;
}

interface Listed {
  key: number;
  draft: Draft;
}

function ForkForm({ at, point, state, onClose }: ForkDialogProps & { point: ForkPointAnswer; state: SimulationState }) {
  const simulation = useSimulation();
  const newest = useLive(({ view }) => view?.seq ?? 0);
  const event = simulation.history()?.event(at);
  const waiting = useMemo(() => waitingAt(state), [state]);
  const journeys = useMemo(() => journeysAt(state), [state]);
  // Of a session that nobody answered then, all of the form is the answer.
  const offered = useMemo(() => offeredBy(waiting, point), [waiting, point]);
  const [list, setList] = useState<Listed[]>(() => {
    // What was answered then is the likeliest to be meant; where nobody has answered, nothing is given unasked.
    const given = waiting.filter(({ id }) => point.answers.some(({ session }) => session === id));
    const meant = given.find(({ id }) => id === event?.session) ?? given[0];
    return meant ? [{ key: 0, draft: { kind: 'answer', session: meant.id, values: {} } }] : [];
  });
  const [replay, setReplay] = useState(true);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const hasLater = point.seq < newest;

  const add = (kind: DraftKind) => {
    const taken = answeredIn(list);
    const free = kind === 'answer' ? waiting.filter(({ id }) => !taken.has(id)) : waiting;
    const draft = blank(kind, { waiting: free, journeys, node: event?.node ?? null, journey: event?.journey ?? null, state });
    if (draft) setList((all) => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, draft }]);
  };
  const fork = async () => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      const changes = changesOf(
        list.map(({ draft }) => draft),
        state,
        offered,
      );
      const made = await createFork(simulation.id, { at: point.seq, changes, replay: hasLater && replay });
      tell(made.id, made);
      onClose();
      navigate(simulationPath(made.id));
    } catch (error) {
      setFailed(error);
      setBusy(false);
    }
  };
  const kinds = KINDS.filter(({ kind }) => isPossible(kind, { waiting, state, list }));
  return (
    <Dialog
      title="Fork here"
      size="wide"
      isOpen
      isFilled={list.some(({ draft }) => draft.kind !== 'answer' || Object.keys(draft.values).length > 0)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" icon={<GitFork size={14} aria-hidden="true" />} isDisabled={busy} onPress={() => void fork()}>
            {busy ? 'Forking…' : 'Fork'}
          </Button>
        </>
      }
    >
      <div className="fork-form">
        <p className="dim">
          A new simulation goes on from <span className="numeric">{clockText(state.now)}</span>,{' '}
          {point.seq === 0 ? 'before the first event' : `event ${point.seq}`}. This one stays as it is.
          {point.seq < at ? ' What an input did stands together, so the fork begins before the input that led to the moment on screen.' : ''}
        </p>
        {list.map(({ key, draft }) => (
          <ChangeCard
            key={key}
            draft={draft}
            state={state}
            waiting={draft.kind === 'answer' ? waiting.filter(({ id }) => id === draft.session || !answeredIn(list).has(id)) : waiting}
            journeys={journeys}
            answers={point.answers}
            onChange={(next) => setList((all) => all.map((one) => (one.key === key ? { key, draft: next } : one)))}
            onRemove={() => setList((all) => all.filter((one) => one.key !== key))}
            onSubmit={() => void fork()}
          />
        ))}
        {list.length === 0 ? (
          <p className="fork-none dim">Nothing is changed: the fork does what this simulation did, until you go on otherwise.</p>
        ) : null}
        <Menu
          label="Changes"
          trigger={
            <Button size="small" icon={<Plus size={14} aria-hidden="true" />}>
              Add a change
            </Button>
          }
          entries={kinds.map(({ kind, label, Icon }) => ({ id: kind, label, icon: <Icon size={14} aria-hidden="true" /> }))}
          onAction={(kind) => add(kind as DraftKind)}
        />
        {hasLater ? (
          <Switch
            label="Give the later inputs again"
            help="Starts, answers, links and moves of the clock that came later are given again at their times, where they still fit."
            isSelected={replay}
            onChange={setReplay}
          />
        ) : null}
        {failed ? <ErrorBox title="The fork was not made" error={failed} onRetry={() => void fork()} /> : null}
      </div>
    </Dialog>
  );
}

/** One question has one answer: whose is given already. */
function answeredIn(list: readonly Listed[]): ReadonlySet<string> {
  return new Set(list.flatMap(({ draft }) => (draft.kind === 'answer' ? [draft.session] : [])));
}

/** Sessions whose client is asked, the newest first: that is what one has just seen. */
function waitingAt(state: SimulationState): Session[] {
  return Object.values(state.sessions)
    .filter(({ status }) => status.kind === 'callbacks' && !status.suspended)
    .reverse();
}

function offeredBy(waiting: readonly Session[], point: ForkPointAnswer): ReadonlyMap<string, Values> {
  const offered = new Map<string, Values>();
  for (const session of waiting) {
    const step = point.answers.some((answer) => answer.session === session.id) ? null : stepOfSession(session);
    if (step) offered.set(session.id, initialValues(step));
  }
  return offered;
}

interface Around {
  waiting: readonly Session[];
  journeys: readonly string[];
  /** Where the event at the moment happened. */
  node: string | null;
  journey: string | null;
  state: SimulationState;
}

function blank(kind: DraftKind, { waiting, journeys, node, journey, state }: Around): Draft | null {
  const session = waiting[0]?.id ?? Object.values(state.sessions).findLast(({ status }) => status.kind !== 'ended')?.id;
  const where = journey !== null && journeys.includes(journey) ? journey : (journeys[0] ?? '');
  const meant = where === journey ? node : null;
  switch (kind) {
    case 'answer':
      return session === undefined ? null : { kind, session, values: {} };
    case 'node':
      return { kind, journey: where, node: meant, config: null };
    case 'script':
      return { kind, id: null, source: null };
    case 'state':
      return session === undefined ? null : { kind, session, scope: 'shared', key: '', text: '', isRemoved: false };
    case 'latency':
      return { kind, journey: where, node: meant, ms: null, general: 0 };
    case 'realm':
      return { kind };
  }
}

function isPossible(
  kind: DraftKind,
  { waiting, state, list }: { waiting: readonly Session[]; state: SimulationState; list: readonly Listed[] },
): boolean {
  if (kind === 'answer') return waiting.length > answeredIn(list).size;
  if (kind === 'realm') return !list.some(({ draft }) => draft.kind === 'realm');
  if (kind === 'state') return Object.values(state.sessions).some(({ status }) => status.kind !== 'ended');
  return true;
}
