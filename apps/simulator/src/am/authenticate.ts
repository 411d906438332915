import type { IncomingMessage, ServerResponse } from 'node:http';
import { AnswerProblem, COOKIE_NAME, type GivenAnswer, readAnswers, type Session, suspendedSession } from '@tandem/engine';
import { sealSecrets } from '../simulations/answers.ts';
import type { Leaving } from '../simulations/waiters.ts';
import { sendJson } from './answer.ts';
import { resourceVersion } from './api-version.ts';
import { readBody } from './body.ts';
import { clientAnswer } from './client-answer.ts';
import { AmFailure, suspensionOver, timedOut } from './failure.ts';
import { momentLink } from './moment.ts';
import { requestData } from './request.ts';
import type { AmContext } from './serve.ts';
import { startTarget } from './target.ts';
import { zeroPage } from './zero-page.ts';

/** Of the resource; its versions differ in what they leave out. */
const NEWEST = 2;

/** `POST .../authenticate`: starts a journey, goes on with a suspended one, or takes the answers to a step. */
export async function authenticate(req: IncomingMessage, res: ServerResponse, context: AmContext): Promise<void> {
  try {
    await answer(req, res, context);
  } catch (error) {
    if (error instanceof AmFailure) error.headers = momentLink(req, context);
    throw error;
  }
}

async function answer(req: IncomingMessage, res: ServerResponse, context: AmContext): Promise<void> {
  resourceVersion(req, NEWEST);
  const body = await readBody(req);
  const leaving = leavingOf(res);
  const { suspendedId } = context.address.query;
  const session = await (body.authId !== undefined
    ? proceed(req, context, body, leaving)
    : suspendedId === undefined
      ? begin(req, context, leaving)
      : comeBack(req, context, suspendedId, leaving));
  tell(req, res, context, session);
}

/** `?suspendedId=…`: the client of a suspended journey is back, in this browser or another. Once, and in time. */
function comeBack(req: IncomingMessage, context: AmContext, id: unknown, leaving: Leaving): Promise<Session> {
  const { runtime } = context;
  const session = typeof id === 'string' && id !== '' ? suspendedSession(runtime.state, id) : undefined;
  if (!session || session.expiresAt <= runtime.clock.now()) throw suspensionOver();
  return runtime.back({ session: session.id, suspended: String(id), request: requestData(req, context) }, leaving);
}

async function begin(req: IncomingMessage, context: AmContext, leaving: Leaving): Promise<Session> {
  const target = startTarget(context.address.query);
  const session = await context.runtime.start(target, requestData(req, context), context.player, leaving);
  return zeroPage(req, context, session, leaving);
}

async function proceed(req: IncomingMessage, context: AmContext, body: Record<string, unknown>, leaving: Leaving): Promise<Session> {
  const { runtime, authIds } = context;
  if (typeof body.authId !== 'string') throw new AmFailure(400, '"authId" must be the string that came with the step.');
  const claims = authIds.verify(body.authId);
  const session = claims && Object.hasOwn(runtime.state.sessions, claims.sessionId) ? runtime.state.sessions[claims.sessionId] : undefined;
  if (!claims || !session || claims.exp * 1000 < runtime.clock.now()) throw timedOut();
  // Keyed: a plain hash of answers would let whoever sees the log try passwords.
  const digest = authIds.digest(JSON.stringify(body.callbacks ?? null));
  // The same request sent again, because its answer was lost on the way or the server was restarted: the answer is given again.
  if (session.previous?.otk === claims.otk && session.previous.digest === digest) return runtime.wait(session.id, leaving);
  if (session.status.kind === 'ended' && session.status.errorCode === '110') return session;
  if (session.otk !== claims.otk || session.status.kind !== 'callbacks') throw timedOut();
  const answers = sealSecrets(session, answersOf(session, body.callbacks), context.sealer);
  return runtime.answer({ session: session.id, otk: claims.otk, digest, answers, request: requestData(req, context) }, leaving);
}

/** AM's sentence says that an answer does not fit, not what would; that is told beside it. */
function answersOf(session: Session, callbacks: unknown): GivenAnswer[] {
  try {
    return readAnswers(session, callbacks);
  } catch (error) {
    if (!(error instanceof AnswerProblem)) throw error;
    throw error.am === undefined ? new AmFailure(400, error.message) : new AmFailure(400, error.am, { expected: error.message });
  }
}

function tell(req: IncomingMessage, res: ServerResponse, context: AmContext, session: Session): void {
  const { runtime, cookiePath, authIds } = context;
  const { status, body } = clientAnswer(runtime, authIds, session);
  const token = session.status.kind === 'ended' ? session.status.tokenId : null;
  const cookie = (name: string, value: string): string => `${name}=${value}; Path=${cookiePath}; HttpOnly; SameSite=Lax`;
  // The second one says which server of a site holds the session; there is one.
  const cookies = token === null ? [] : ['Set-Cookie', [cookie(COOKIE_NAME, token), cookie('amlbcookie', '01')]];
  sendJson(res, status, body, [...momentLink(req, context), ...cookies]);
}

function leavingOf(res: ServerResponse): Leaving {
  return (left) => {
    res.on('close', () => {
      if (!res.writableFinished) left();
    });
  };
}
