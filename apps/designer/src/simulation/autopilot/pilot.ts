import type { Message, SimulationState } from '@tandem/engine/view';
import { type Player, type Step, suspendedOf } from '../../callbacks/index.ts';
import { newestOf } from '../derive/runs.ts';
import type { LiveStore } from '../live/store.ts';
import type { Scene } from '../scene/scene.ts';
import type { SimulationSession } from '../session.ts';
import { decide } from './decide.ts';
import { type Pilot, type PilotStore, SIDES, type Side } from './store.ts';

export interface PilotParts {
  store: PilotStore;
  live: LiveStore;
  scene(): Scene | null;
  session: Pick<SimulationSession, 'order' | 'orders' | 'openTransaction' | 'openSuspended' | 'now'>;
  /** Players by side, with the names that stand in their addresses. */
  players: Record<Side, { name: string; player: Player }>;
  /** Attributes of who is played; null while nobody is known. */
  person(scene: Scene | null): Readonly<Record<string, unknown>> | null;
  password(): string | null;
  answerPush(message: string, body: { approve: boolean; number?: string }): Promise<void>;
  /** How long a page stays before it is answered, so that one can follow, ms. */
  pause: number;
}

/** Moves of the clock without an answer in between: after so many nothing will come of itself. */
const MOST_MOVES = 60;

interface Memory {
  /** The page that was dealt with already. */
  step: number;
  /** How often each question was answered. */
  answered: Map<string, number>;
  /** Pushes that were answered already. */
  pushed: Set<string>;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Plays the players whose autopilot is on: answers their pages, opens the link of a transaction, answers pushes, and lets time pass on a virtual clock
 * that stands still.
 *
 * @returns ends it
 */
export function fly({ store, live, scene, session, players, person, password, answerPush, pause }: PilotParts): () => void {
  const memory: Record<Side, Memory> = {
    main: { step: -1, answered: new Map(), pushed: new Set(), timer: undefined },
    backchannel: { step: -1, answered: new Map(), pushed: new Set(), timer: undefined },
  };
  let moves = 0;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const say = (side: Side, change: Partial<Pilot>) => store.setState((all) => ({ ...all, [side]: { ...all[side], ...change } }));
  const isOn = (side: Side) => store.getState()[side].on;

  function messagesOf(side: Side, state: SimulationState): Message[] {
    const own = newestOf(state, players[side].name)?.id;
    return Object.values(state.outbox).filter((message) => message.session === own);
  }

  /** Deals with the open page of a player. @returns whether time has to pass for it */
  function answer(side: Side, state: SimulationState): boolean {
    const { player } = players[side];
    const { phase, step, stepCount, problem } = player.store.getState();
    const own = memory[side];
    if (step === null) own.answered.clear();
    if (phase !== 'asked' || step === null) return false;
    if (problem !== null) {
      say(side, { stopped: true, says: problem });
      return false;
    }
    const question = questionOf(step);
    const decision = decide(step, {
      person: person(scene()),
      password: password(),
      messages: messagesOf(side, state),
      answered: own.answered.get(question) ?? 0,
    });
    if (decision.kind === 'wait') {
      if (store.getState()[side].stopped) say(side, { stopped: false });
      return true;
    }
    if (decision.kind === 'push') {
      if (own.pushed.has(decision.message)) return true;
      own.pushed.add(decision.message);
    } else if (own.step === stepCount) return false;
    own.step = stepCount;
    moves = 0;
    say(side, { stopped: decision.kind === 'stop', says: decision.says });
    if (decision.kind === 'stop') return false;
    own.answered.set(question, (own.answered.get(question) ?? 0) + 1);
    clearTimeout(own.timer);
    own.timer = setTimeout(() => {
      // A person was quicker, or switched it off.
      if (closed || !isOn(side) || player.store.getState().stepCount !== stepCount) return;
      if (decision.kind === 'answer') {
        for (const [input, value] of Object.entries(decision.values)) player.setValue(input, value);
        player.submit();
      } else if (decision.kind === 'choose') player.choose(decision.option);
      else if (decision.kind === 'link') session.openSuspended(suspendedOf(decision.link) ?? '', side === 'main' ? 'main' : 'backchannel');
      else {
        const body = decision.number === null ? { approve: true } : { approve: true, number: decision.number };
        answerPush(decision.message, body).catch((error: unknown) => say(side, { stopped: true, says: String(error) }));
      }
    }, pause);
    return false;
  }

  /** The phone opens the link that has come for it. */
  function open(): void {
    const transaction = scene()?.nowRun?.transactions.at(-1);
    const { phase, target } = players.backchannel.player.store.getState();
    if (!transaction || transaction.expired || transaction.state !== 'CREATED' || phase === 'sending') return;
    if (target?.type === 'transaction' && target.value === transaction.id) return;
    say('backchannel', { stopped: false, says: 'Opened the link' });
    session.openTransaction(transaction.id);
  }

  /** Lets time pass up to the next thing that a player waits for, unless a person is wanted. */
  function passTime(waits: boolean, state: SimulationState): void {
    const { clock } = live.getState();
    if (clock.mode !== 'virtual' || clock.rate !== 0 || session.orders.getState().underWay || moves >= MOST_MOVES) return;
    const now = session.now();
    const held = SIDES.flatMap((side) => {
      const status = newestOf(state, players[side].name)?.status;
      return players[side].player.store.getState().phase === 'sending' && status?.kind === 'due' && status.due > now ? [status.due] : [];
    });
    const waited = SIDES.flatMap((side) => players[side].player.store.getState().waitUntil ?? []).filter((until) => until > now);
    const isSending = SIDES.some((side) => players[side].player.store.getState().phase === 'sending');
    if (isSending ? held.length === 0 : !waits) return;
    const stops = [...held, ...waited];
    if (stops.length === 0) return;
    moves += 1;
    void session.order({ to: new Date(Math.min(...stops)).toISOString() });
  }

  /** A question that a person has to answer, on either side. */
  function isPersonWanted(): boolean {
    return SIDES.some((side) => {
      const { phase, step, waitUntil } = players[side].player.store.getState();
      return phase === 'asked' && step !== null && waitUntil === null && (!isOn(side) || store.getState()[side].stopped);
    });
  }

  function look(): void {
    looking = undefined;
    const state = live.getState().view?.state;
    if (closed || !state || !SIDES.some(isOn)) return;
    if (isOn('backchannel')) open();
    const waits = SIDES.map((side) => isOn(side) && answer(side, state));
    // An open link that nobody follows: time would only run out.
    const unopened = !isOn('backchannel') && scene()?.nowRun?.transactions.at(-1)?.state === 'CREATED';
    const pending = SIDES.some((side) => isOn(side) && isAsking(players[side].player) && !store.getState()[side].stopped);
    if (!isPersonWanted() && !unopened && !pending) passTime(waits.some(Boolean), state);
  }

  const later = () => {
    looking ??= setTimeout(look, 0);
  };
  const ends = [
    store.subscribe(later),
    live.subscribe(later),
    session.orders.subscribe(later),
    ...SIDES.map((side) =>
      players[side].player.store.subscribe((now, before) => {
        if (now.phase === 'sending' && now.step === null && before.target !== now.target) moves = 0;
        later();
      }),
    ),
  ];
  later();
  return () => {
    closed = true;
    clearTimeout(looking);
    for (const side of SIDES) clearTimeout(memory[side].timer);
    for (const end of ends) end();
  };
}

/** A page that does not wait by itself. */
function isAsking(player: Player): boolean {
  const { phase, step, waitUntil } = player.store.getState();
  return phase === 'asked' && step !== null && waitUntil === null;
}

/** The same question asked again is the same text. */
function questionOf(step: Step): string {
  return JSON.stringify([step.stage, step.header, step.callbacks.map(({ type, output }) => [type, output])]);
}
