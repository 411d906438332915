import type { Json } from '@tandem/journey';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Target } from './address.ts';
import { confirm, exitWait, initialValues, keepWaiting, type Values } from './answer.ts';
import { type AmClient, Unreachable } from './client.ts';
import { waitTimeOf } from './read.ts';
import type { WaitClock } from './waitClock.ts';
import type { Answer, Failure, Step, Success } from './wire.ts';

/** What one person's screen shows: which question is open, what is typed, what went wrong on the way. */
export interface PlayerState {
  target: Target | null;
  phase: 'idle' | 'sending' | 'asked' | 'signed-in' | 'failed';
  step: Step | null;
  /** Counts steps, so that a form starts afresh with each. */
  stepCount: number;
  values: Values;
  /** When the open Polling Wait is sent back by itself, on the wait clock; null when nothing waits. */
  waitUntil: number | null;
  success: Success | null;
  failure: Failure | null;
  /** The last request did not get through. What was typed and sent is kept; `retry` sends it again. */
  problem: string | null;
  /** Whether a person asked for what is shown or under way: a poll by itself must not take the focus. */
  byPerson: boolean;
}

export interface Player {
  store: StoreApi<PlayerState>;
  start(target: Target): void;
  setValue(input: string, value: Json): void;
  submit(): void;
  /** Fills one input and submits. */
  send(input: string, value: Json): void;
  /** Presses one button of the step's ConfirmationCallback. */
  choose(option: number): void;
  /** Leaves the Polling Wait by its exit button. */
  exit(): void;
  /** Sends the Polling Wait back before its time; AM may count that as spam. */
  checkNow(): void;
  /** Sends the last request again after a problem. */
  retry(): void;
  /** Shows a step that was kept, e.g. over a reload, without asking the server. */
  resume(target: Target, step: Step, waitUntil: number | null): void;
  /** Stops waiting and forgets the answer that is under way. */
  stop(): void;
  /** Stops and shows nothing. */
  reset(): void;
}

const EMPTY: PlayerState = {
  target: null,
  phase: 'idle',
  step: null,
  stepCount: 0,
  values: {},
  waitUntil: null,
  success: null,
  failure: null,
  problem: null,
  byPerson: false,
};

/** AM is done strictly after the end of the wait, so a player that comes back on the very millisecond would wait once more. */
const STRICTLY_AFTER_MS = 1;
const RETRY_POLL_MS = 4000;

export function createPlayer(client: AmClient, clock: WaitClock): Player {
  const store = createStore<PlayerState>(() => EMPTY);
  let request: ((signal: AbortSignal) => Promise<Answer>) | null = null;
  let underWay: AbortController | null = null;
  let cancelWait: (() => void) | null = null;

  function rest(): void {
    cancelWait?.();
    cancelWait = null;
    underWay?.abort();
    underWay = null;
  }

  function waitFor(step: Step, waitUntil: number | null): void {
    if (waitUntil !== null) cancelWait = clock.when(waitUntil, () => send(step, keepWaiting(step), false));
  }

  function accept(answer: Answer): void {
    const end = { step: null, waitUntil: null, values: {}, problem: null };
    if (answer.kind === 'success') {
      store.setState({ ...end, phase: 'signed-in', success: answer });
      return;
    }
    if (answer.kind === 'failure') {
      store.setState({ ...end, phase: 'failed', failure: answer });
      return;
    }
    const wait = waitTimeOf(answer);
    const waitUntil = wait === null ? null : clock.now() + wait + STRICTLY_AFTER_MS;
    store.setState((old) => ({
      phase: 'asked',
      step: answer,
      stepCount: old.stepCount + 1,
      values: initialValues(answer),
      waitUntil,
      problem: null,
    }));
    waitFor(answer, waitUntil);
  }

  async function perform(): Promise<void> {
    if (!request) return;
    rest();
    const controller = new AbortController();
    underWay = controller;
    store.setState({ phase: 'sending', problem: null });
    try {
      const answer = await request(controller.signal);
      if (answer.kind === 'step' && waitTimeOf(answer) !== null) await clock.refresh?.();
      if (underWay === controller) {
        underWay = null;
        accept(answer);
      }
    } catch (error) {
      if (underWay !== controller) return;
      underWay = null;
      const { step } = store.getState();
      store.setState({ phase: step ? 'asked' : 'idle', problem: error instanceof Unreachable ? error.message : 'The request failed.' });
      // Nobody presses a button while waiting, so a wait tries again by itself; the same request gets the same answer.
      if (step && waitTimeOf(step) !== null) {
        const timer = setTimeout(() => void perform(), RETRY_POLL_MS);
        cancelWait = () => clearTimeout(timer);
      }
    }
  }

  function send(step: Step, values: Values, byPerson = true): void {
    store.setState({ byPerson });
    request = (signal) => client.next(step, values, signal);
    void perform();
  }

  function withStep(act: (step: Step, values: Values) => void): void {
    const { step, values, phase } = store.getState();
    if (step && phase === 'asked') act(step, values);
  }

  return {
    store,
    start(target) {
      rest();
      store.setState({ ...EMPTY, stepCount: store.getState().stepCount, target, byPerson: true }, true);
      request = (signal) => client.start(target, signal);
      void perform();
    },
    setValue: (input, value) => store.setState((old) => ({ values: { ...old.values, [input]: value } })),
    submit: () => withStep((step, values) => send(step, { ...values, ...keepWaiting(step) })),
    send: (input, value) => withStep((step, values) => send(step, { ...values, [input]: value, ...keepWaiting(step) })),
    choose: (option) => withStep((step, values) => send(step, confirm(step, option, values))),
    exit: () => withStep((step) => send(step, exitWait(step))),
    checkNow: () => withStep((step) => send(step, keepWaiting(step))),
    retry: () => void perform(),
    resume(target, step, waitUntil) {
      rest();
      store.setState(
        { ...EMPTY, target, phase: 'asked', step, stepCount: store.getState().stepCount + 1, values: initialValues(step), waitUntil },
        true,
      );
      waitFor(step, waitUntil);
    },
    stop: rest,
    reset() {
      rest();
      store.setState({ ...EMPTY, stepCount: store.getState().stepCount }, true);
    },
  };
}
