import { COOKIE_NAME, type EngineEvent, type GivenAnswer, type Input, type Session, type SimulationState, sessionAnswer } from '@tandem/engine';
import { applyPatch } from '@tandem/engine/view';
import { isSealed } from '@tandem/nodes';
import type { StoredStep } from '../../storage/run-store.ts';
import { VERSION } from '../../version.ts';
import { CREDENTIAL } from '../credential.ts';
import { maskedData, maskedState } from '../mask.ts';
import { iso } from '../summary.ts';

/** HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as far as a simulation knows it. */

type Json = Record<string, unknown>;
type Asked = Extract<Input, { kind: 'start' | 'answer' | 'resume' }>;
interface Exchange {
  asked: Asked;
  /** The session as it was asked: its callbacks are what comes back. */
  before: Session | undefined;
  answered?: { at: number; session: Session };
}

const BLOT = '••••';

/**
 * Requests to AM's endpoint and what they were answered, made again from the inputs: what never became an input (a request that was refused at the
 * door, the same one sent again) is not among them. Times are the simulation's; secrets, authIds and tokens are masked.
 *
 * @param state the state before the first step
 * @param run only those of this run
 */
export function harOf(state: SimulationState, steps: readonly StoredStep[], realm: string, run?: string): Json {
  const exchanges: Exchange[] = [];
  const open = new Map<string, Exchange>();
  let now = state;
  for (const { input, events } of steps) {
    const asked = input.kind === 'start' || input.kind === 'answer' || input.kind === 'resume' ? input : undefined;
    const before = asked && own(now, asked.session);
    for (const event of events) {
      now = applyPatch({ ...now, seq: event.seq }, event.patch);
    }
    if (asked && events.length > 0) {
      const exchange = { asked, before };
      exchanges.push(exchange);
      open.set(asked.session, exchange);
    }
    for (const session of touched(events, asked)) settle(open, own(now, session), now.now);
  }
  const entries = exchanges
    .filter(({ asked, before, answered }) => run === undefined || (answered?.session ?? before)?.run === run || asked.session === run)
    .map((exchange) => entryOf(exchange, realm));
  return { log: { version: '1.2', creator: { name: 'Tandem', version: VERSION }, pages: [], entries } };
}

function own(state: SimulationState, id: string): Session | undefined {
  return Object.hasOwn(state.sessions, id) ? state.sessions[id] : undefined;
}

function touched(events: readonly EngineEvent[], asked: Asked | undefined): Set<string> {
  return new Set([...events.flatMap(({ session }) => (session === undefined ? [] : [session])), ...(asked ? [asked.session] : [])]);
}

/** A request is answered once its session waits or has ended. */
function settle(open: Map<string, Exchange>, session: Session | undefined, at: number): void {
  if (!session || (session.status.kind !== 'callbacks' && session.status.kind !== 'ended')) return;
  const exchange = open.get(session.id);
  if (!exchange) return;
  exchange.answered = { at, session: maskedSession(session) };
  open.delete(session.id);
}

function maskedSession(session: Session): Session {
  return maskedState({ sessions: { [session.id]: session } } as unknown as SimulationState).sessions[session.id] as Session;
}

function entryOf({ asked, before, answered }: Exchange, realm: string): Json {
  const time = answered ? answered.at - asked.at : -1;
  return {
    startedDateTime: iso(asked.at),
    time: Math.max(time, 0),
    request: requestOf(asked, before, answered?.session, realm),
    response: responseOf(answered?.session, realm),
    cache: {},
    timings: { send: 0, wait: Math.max(time, 0), receive: 0 },
    ...(answered ? {} : { comment: 'Not answered yet' }),
  };
}

function requestOf(asked: Asked, before: Session | undefined, after: Session | undefined, realm: string): Json {
  const { base, headers, parameters, cookies } = asked.request;
  const player = asked.kind === 'start' ? asked.player : (before ?? after)?.player;
  const context = player === null || player === undefined ? base : base.replace(/\/am$/, `/as/${encodeURIComponent(player)}/am`);
  const query = Object.entries(parameters).flatMap(([name, values]) => values.map((value) => ({ name, value: shown(name, value) })));
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query.map(({ name, value }): [string, string] => [name, value]))}`;
  const body = asked.kind === 'answer' && before ? JSON.stringify(stepBack(before, asked.answers, realm)) : '';
  return {
    method: 'POST',
    url: `${context}/json/realms/root/realms/${realm}/authenticate${search}`,
    httpVersion: 'HTTP/1.1',
    cookies: Object.keys(cookies).map((name) => ({ name, value: BLOT })),
    headers: Object.entries(headers).flatMap(([name, values]) => values.map((value) => ({ name, value: shown(name, value) }))),
    queryString: query,
    ...(body === '' ? {} : { postData: { mimeType: 'application/json', text: body } }),
    headersSize: -1,
    bodySize: Buffer.byteLength(body),
  };
}

const shown = (name: string, value: string): string => (CREDENTIAL.test(name) ? BLOT : value);

/** The step with its inputs filled in, as the client sent it. */
function stepBack(session: Session, answers: readonly GivenAnswer[], realm: string): Json {
  const { body } = sessionAnswer(maskedSession(session), realm);
  const sent = session.status.kind === 'callbacks' ? session.status.callbacks : [];
  const callbacks = (body.callbacks as Json[] | undefined)?.map((callback, index) => ({
    ...callback,
    ...(callback.input === undefined
      ? {}
      : {
          input: (callback.input as Json[]).map((input, at) => {
            const given = answers[index]?.values[sent[index]?.input[at]?.suffix ?? ''];
            return given === undefined ? input : { ...input, value: isSealed(given) ? BLOT : maskedData(given) };
          }),
        }),
  }));
  return { authId: BLOT, ...body, callbacks };
}

function responseOf(session: Session | undefined, realm: string): Json {
  if (!session)
    return {
      status: 0,
      statusText: '',
      httpVersion: '',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    };
  const { status, body, step } = sessionAnswer(session, `/${realm}`);
  const text = JSON.stringify(step ? { authId: BLOT, ...body } : body);
  const token = session.status.kind === 'ended' && session.status.tokenId !== null;
  return {
    status,
    statusText: status === 200 ? 'OK' : 'Unauthorized',
    httpVersion: 'HTTP/1.1',
    cookies: token ? [{ name: COOKIE_NAME, value: BLOT, httpOnly: true }] : [],
    headers: [{ name: 'content-type', value: 'application/json; charset=utf-8' }],
    content: { size: Buffer.byteLength(text), mimeType: 'application/json', text },
    redirectURL: '',
    headersSize: -1,
    bodySize: Buffer.byteLength(text),
  };
}
