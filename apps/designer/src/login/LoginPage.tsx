import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CallbackForm, findCallback, outputText, type Player, plainText, usePlayerFocus } from '../callbacks/index.ts';
import { EndPage, FailedPage, SignedOutPage } from './EndPages.tsx';
import { gotoOf } from './goto.ts';
import type { LoginRequest } from './location.ts';
import { leave } from './redirected.ts';
import { SimulationFoot } from './SimulationFoot.tsx';
import { signOut } from './signOut.ts';
import type { RemoteClock } from './simulationClock.ts';
import { usePageWords } from './words/context.ts';

interface LoginPageProps {
  request: LoginRequest;
  player: Player;
  /** The simulation's clock; null on real time. */
  clock: RemoteClock | null;
}
const TICK_MS = 100;

/** The end user's page: one question after the other until the journey ends. */
export function LoginPage({ request, player, clock }: LoginPageProps) {
  const words = usePageWords();
  const state = useStore(player.store);
  const { phase, step, success, failure, problem, waitUntil } = state;
  const now = useTick(clock, waitUntil !== null);
  const focus = usePlayerFocus(player, state);
  const next = gotoOf(request, location.origin);
  const [signedOut, setSignedOut] = useState(false);
  const endSession = useCallback(() => void signOut(request.base, request.realm).then(() => setSignedOut(true)), [request]);
  const start = () => {
    setSignedOut(false);
    player.start(request.target);
  };
  const wait = step && findCallback(step, 'PollingWaitCallback');
  useEffect(() => {
    document.title = plainText(step?.header ?? '') || (success ? words.signedIn : words.title);
  }, [step, success, words]);
  useEffect(() => {
    if (request.signOut) endSession();
  }, [request, endSession]);
  useEffect(() => {
    if (success && next?.origin === location.origin) location.replace(next);
  }, [success, next]);
  const transaction = request.target.type === 'transaction';
  return (
    <div className="login">
      <main className="login-card" {...focus}>
        <p className="login-brand">
          <span aria-hidden="true" />
          {transaction ? words.confirm : words.title}
        </p>
        <h1 className="visually-hidden">{plainText(step?.header ?? '') || words.title}</h1>
        <p className="visually-hidden" role="status">
          {wait ? outputText(wait, 'message') : success ? words.signedIn : ''}
        </p>
        {problem ? (
          <div className="login-problem" role="alert">
            <p>
              {problem} {words.kept}
            </p>
            <button type="button" className="cb-button" onClick={player.retry}>
              {words.again}
            </button>
          </div>
        ) : null}
        {phase === 'sending' && !step ? (
          <div className="login-skeleton" role="status">
            <span className="visually-hidden">{words.loading}</span>
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
            onSend={player.send}
            onLeave={() => leave(request.base, request.target, step)}
            onChoose={player.choose}
            onExit={player.exit}
            {...(clock ? { onCheckNow: player.checkNow } : {})}
          />
        ) : null}
        {signedOut ? <SignedOutPage onAgain={start} /> : null}
        {phase === 'signed-in' && success && !signedOut ? (
          <EndPage success={success} transaction={transaction} next={next} onAgain={start} onSignOut={endSession} />
        ) : null}
        {phase === 'failed' && failure ? <FailedPage failure={failure} onAgain={start} /> : null}
      </main>
      <footer className="login-foot">{clock ? <SimulationFoot clock={clock} /> : words.foot}</footer>
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
