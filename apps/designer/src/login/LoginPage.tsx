import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CallbackForm, findCallback, outputText, type Player, plainText, usePlayerFocus } from '../callbacks/index.ts';
import { EndPage, FailedPage } from './EndPages.tsx';
import type { LoginRequest } from './location.ts';
import { SimulationFoot } from './SimulationFoot.tsx';
import type { RemoteClock } from './simulationClock.ts';

interface LoginPageProps {
  request: LoginRequest;
  player: Player;
  /** The simulation's clock; null on real time. */
  clock: RemoteClock | null;
}
const TICK_MS = 100;

/** The end user's page: one question after the other until the journey ends. */
export function LoginPage({ request, player, clock }: LoginPageProps) {
  const state = useStore(player.store);
  const { phase, step, success, failure, problem, waitUntil } = state;
  const now = useTick(clock, waitUntil !== null);
  const focus = usePlayerFocus(player, state);
  const start = () => player.start(request.target);
  const wait = step && findCallback(step, 'PollingWaitCallback');
  useEffect(() => {
    document.title = plainText(step?.header ?? '') || (success ? 'Signed in' : 'Sign in');
  }, [step, success]);
  return (
    <div className="login">
      <main className="login-card" {...focus}>
        <p className="login-brand">
          <span aria-hidden="true" />
          {request.target.type === 'transaction' ? 'Confirm a request' : 'Sign in'}
        </p>
        <h1 className="visually-hidden">{plainText(step?.header ?? '') || 'Sign in'}</h1>
        <p className="visually-hidden" role="status">
          {wait ? outputText(wait, 'message') : success ? 'Signed in' : ''}
        </p>
        {problem ? (
          <div className="login-problem" role="alert">
            <p>{problem} What you entered is kept.</p>
            <button type="button" className="cb-button" onClick={player.retry}>
              Try again
            </button>
          </div>
        ) : null}
        {phase === 'sending' && !step ? (
          <div className="login-skeleton" role="status">
            <span className="visually-hidden">Loading</span>
            <i />
            <i />
            <i />
          </div>
        ) : null}
        {step ? (
          <CallbackForm
            step={step}
            stepCount={state.stepCount}
            values={state.values}
            busy={phase === 'sending'}
            now={now}
            waitUntil={waitUntil}
            onChange={player.setValue}
            onSubmit={player.submit}
            onChoose={player.choose}
            onExit={player.exit}
            {...(clock ? { onCheckNow: player.checkNow } : {})}
          />
        ) : null}
        {phase === 'signed-in' && success ? <EndPage success={success} transaction={request.target.type === 'transaction'} onAgain={start} /> : null}
        {phase === 'failed' && failure ? <FailedPage failure={failure} onAgain={start} /> : null}
      </main>
      <footer className="login-foot">{clock ? <SimulationFoot clock={clock} /> : 'Served by Tandem for testing journeys'}</footer>
    </div>
  );
}

/** The time by which a wait ends; drawn anew while something waits. */
function useTick(clock: RemoteClock | null, waiting: boolean): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [waiting]);
  return clock ? clock.now() : Date.now();
}
