import { createHmac } from 'node:crypto';
import {
  AnswerProblem,
  COOKIE_NAME,
  type GivenAnswer,
  isSecretInput,
  type Model,
  readAnswers,
  type Session,
  type StartTarget,
  sessionAnswer,
  suspendedSession,
} from '@tandem/engine';
import { isSealed } from '@tandem/nodes';
import type { Request, Response } from 'express';
import type { SimulationRuntime } from '../simulations/runtime.ts';
import { holdsSealed, openedFor } from '../simulations/secrets.ts';
import type { Leaving } from '../simulations/waiters.ts';
import type { Sealer } from '../storage/sealer.ts';
import { AUTH_ID_SECONDS, signAuthId, verifyAuthId } from './authId.ts';
import { readBody } from './body.ts';
import { AmFailure, suspensionOver, timedOut } from './failure.ts';
import { requestData } from './request.ts';

export interface AmContext {
  runtime: SimulationRuntime;
  /** Path of AM's context, without a player: "/sim/1/am". */
  contextPath: string;
  /** Path for cookies: the client's own context, with its player. */
  cookiePath: string;
  player: string | null;
  /** The simulation's own. */
  sealer: Sealer;
  /** Signs authIds. */
  key: Buffer;
  publicUrl: URL | undefined;
}

/** `POST .../authenticate`: starts a journey, goes on with a suspended one, or takes the answers to a step. */
export async function authenticate(req: Request, res: Response, context: AmContext): Promise<void> {
  const body = await readBody(req);
  const leaving = leavingOf(res);
  const session = await (body.authId !== undefined
    ? proceed(req, context, body, leaving)
    : req.query.suspendedId === undefined
      ? begin(req, context, leaving)
      : comeBack(req, context, req.query.suspendedId, leaving));
  tell(res, context, session);
}

/** `?suspendedId=…`: the client of a suspended journey is back, in this browser or another. Once, and in time. */
function comeBack(req: Request, { runtime, contextPath, publicUrl }: AmContext, id: unknown, leaving: Leaving): Promise<Session> {
  const session = typeof id === 'string' && id !== '' ? suspendedSession(runtime.state, id) : undefined;
  if (!session || session.expiresAt <= runtime.clock.now()) throw suspensionOver();
  return runtime.back({ session: session.id, suspended: String(id), request: requestData(req, contextPath, publicUrl) }, leaving);
}

function begin(req: Request, context: AmContext, leaving: Leaving): Promise<Session> {
  return context.runtime.start(startTarget(req.query), requestData(req, context.contextPath, context.publicUrl), context.player, leaving);
}

function startTarget(query: Request['query']): StartTarget {
  const { authIndexType: type, authIndexValue: value } = query;
  if (type === undefined && value === undefined) return { type: 'default' };
  if (typeof value !== 'string' || value === '') throw new AmFailure(400, 'authIndexType and authIndexValue must be given together.');
  if (type === 'service') return { type: 'service', journey: value };
  if (type === 'transaction') return { type: 'transaction', id: value };
  throw new AmFailure(400, `authIndexType "${String(type)}" is not supported here; use service or transaction.`);
}

async function proceed(req: Request, context: AmContext, body: Record<string, unknown>, leaving: Leaving): Promise<Session> {
  const { runtime } = context;
  if (typeof body.authId !== 'string') throw new AmFailure(400, '"authId" must be the string that came with the step.');
  const claims = verifyAuthId(body.authId, context.key);
  const session = claims && Object.hasOwn(runtime.state.sessions, claims.sessionId) ? runtime.state.sessions[claims.sessionId] : undefined;
  if (!claims || !session || claims.exp * 1000 < runtime.clock.now()) throw timedOut();
  // Keyed: a plain hash of answers would let whoever sees the log try passwords.
  const digest = createHmac('sha256', context.key)
    .update(JSON.stringify(body.callbacks ?? null))
    .digest('base64url');
  // The same request sent again, because its answer was lost on the way or the server was restarted: the answer is given again.
  if (session.previous?.otk === claims.otk && session.previous.digest === digest) return runtime.wait(session.id, leaving);
  if (session.status.kind === 'ended' && session.status.errorCode === '110') return session;
  if (session.otk !== claims.otk || session.status.kind !== 'callbacks') throw timedOut();
  const answers = sealSecrets(session, answersOf(session, body.callbacks), context.sealer);
  return runtime.answer(
    { session: session.id, otk: claims.otk, digest, answers, request: requestData(req, context.contextPath, context.publicUrl) },
    leaving,
  );
}

function answersOf(session: Session, callbacks: unknown): GivenAnswer[] {
  try {
    return readAnswers(session, callbacks);
  } catch (error) {
    if (error instanceof AnswerProblem) throw new AmFailure(400, error.message);
    throw error;
  }
}

/** Seals passwords, and what comes back to a callback that was sent with a secret in it (a default that the client left as it was, say). */
function sealSecrets(session: Session, answers: GivenAnswer[], sealer: Sealer): GivenAnswer[] {
  const sent = session.status.kind === 'callbacks' ? session.status.callbacks : [];
  return answers.map(({ type, values }, index) => {
    const inputs = sent[index]?.input ?? [];
    const showsSecret = holdsSealed(sent[index]);
    const sealed = Object.entries(values).map(([suffix, value]) => {
      // Of an input that was sent sealed the engine could not check the type.
      const given = isSealed(inputs.find((input) => input.suffix === suffix)?.value) && typeof value !== 'string' ? JSON.stringify(value) : value;
      return [suffix, typeof given === 'string' && (showsSecret || isSecretInput(type, suffix)) ? sealer.seal(given) : given];
    });
    return { type, values: Object.fromEntries(sealed) as GivenAnswer['values'] };
  });
}

function tell(res: Response, context: AmContext, session: Session): void {
  const { runtime, cookiePath, key, sealer } = context;
  const realm = `/${runtime.realm}`;
  const { status, body: kept, step } = sessionAnswer(session, realm);
  const body = openedFor(kept, sealer);
  if (session.status.kind === 'ended' && session.status.tokenId !== null) {
    res.cookie(COOKIE_NAME, session.status.tokenId, { path: cookiePath, httpOnly: true, sameSite: 'lax', encode: String });
  }
  sendJson(res, status, step ? { authId: authIdOf(session, runtime.model, runtime.clock.now(), key), ...body } : body);
}

/** As `res.json` does, without its look at what a cache might have: nothing here may be kept. */
function sendJson(res: Response, status: number, body: object): void {
  const text = JSON.stringify(body);
  res.statusCode = status;
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.end(text);
}

function authIdOf(session: Session, model: Model, now: number, key: Buffer): string {
  const iat = Math.floor(now / 1000);
  const [type, value] = session.transaction === null ? ['service', session.journey] : ['transaction', session.transaction];
  return signAuthId(
    {
      authIndexValue: value,
      otk: session.otk,
      authIndexType: type,
      realm: `/${model.realm.name}`,
      sessionId: session.id,
      exp: iat + AUTH_ID_SECONDS,
      iat,
    },
    key,
  );
}

function leavingOf(res: Response): Leaving {
  return (left) => {
    res.on('close', () => {
      if (!res.writableFinished) left();
    });
  };
}
