import type { JsonObject } from '@tandem/journey';
import type { AnsweredCallback, Callback, Effect, EffectResult } from '@tandem/nodes';

/** A session of a simulation: where one client's journey stands, and what its visits wait for. Part of `SimulationState`. */

export type SessionRole = 'main' | 'backchannel';

/** One journey being run by one client: AM's authentication session. */
export interface Session {
  id: string;
  /** The main session's id, also on the backchannel sessions that it started. */
  run: string;
  role: SessionRole;
  player: string | null;
  transaction: string | null;
  journey: string;
  /** Inner journeys under way, outermost first: the session stands in the last one's `journey`. */
  inner: InnerJourney[];
  request: RequestData;
  createdAt: number;
  /** After this the client gets "Session has timed out". */
  expiresAt: number;
  /** One-time key of the authId that the client holds. */
  otk: string;
  /** One-time key and digest of the answers before: the same request sent again gets the same answer. */
  previous: { otk: string; digest: string } | null;
  node: string | null;
  status: SessionStatus;
  shared: JsonObject;
  transient: JsonObject;
  secure: JsonObject;
  /** Properties that the SSO session will get. */
  properties: Record<string, string>;
  maxSessionTime: number | null;
  maxIdleTime: number | null;
  /** Further keys of the answer at the journey's end; `session`: keys and the session properties whose values they get at Success. */
  details: { success: JsonObject; failure: JsonObject; session: Record<string, string> };
  /** Told to the client instead of "Login failure". */
  failureMessage: string | null;
  /** _id of the user that this session is for, once known. */
  identified: string | null;
  /** Times each node was visited. */
  visits: Record<string, number>;
  /** Visits since the client was last heard; a journey that goes round without asking anybody is stopped. */
  hops: number;
  /** Outcome last chosen at each node, for lighting the canvas. */
  outcomes: Record<string, string>;
  /** AM refused to start it (an expired link, a journey that is disabled): nothing ran, the session only keeps the refusal. */
  refused?: true;
  /** Goes on for one visit only: it is held before the next one. */
  stepping?: true;
}

/** A journey that runs inside another one. */
export interface InnerJourney {
  journey: string;
  /** The Inner Tree Evaluator node that runs it, a node of the journey around it. */
  node: string;
  /** Whether an exception inside leads to the node's outcome `error`. */
  errorOutcome: boolean;
  /** Transient state of the journey around it that no node in here declares as input: put back at its end. */
  transient: JsonObject;
  /** What a Configuration Provider made for it. */
  config?: JsonObject;
}

/** What a visit that goes on later keeps: its time, its chance, the driver's answers by key. */
export interface BegunVisit {
  began: number;
  random: string;
  results: Record<string, EffectAnswer>;
}

/**
 * The next visit takes effect when the clock reaches `due`. `begun`: it began before, and what it asked for took simulated time. `passed`: it was held
 * already.
 */
interface DueStatus {
  kind: 'due';
  due: number;
  order: number;
  answers: OwnedAnswer[] | null;
  resumed?: true;
  begun?: BegunVisit;
  passed?: true;
}

export type SessionStatus =
  | DueStatus
  /** Held before its next visit until a person lets it go on. `by`: id of the breakpoint, or "step". */
  | { kind: 'held'; by: string; due: DueStatus }
  /** A visit asked the driver for something. `results` are the answers it already has, by key. */
  | {
      kind: 'effect';
      /** When the visit began: it is the visit's time also when the answer comes later, or after a restart. */
      began: number;
      random: string;
      answers: OwnedAnswer[] | null;
      effect: PendingEffect;
      results: Record<string, EffectAnswer>;
      resumed?: true;
    }
  /** The client has to answer. `asked` says which node each callback belongs to (a page's children differ). */
  | {
      kind: 'callbacks';
      callbacks: SentCallback[];
      stage: string | null;
      header: string | null;
      description: string | null;
      poll: { due: number } | null;
      /** From then on no answer can be right; absent: answers have no end of their own. */
      expires?: number;
      /** From then on the step's authId is too old; absent: the journey's own time is over before. */
      authIdUntil?: number;
      /** Id that brings the client back, when the session is suspended: it goes on there alone, sending the step back shows it again. */
      suspended: string | null;
    }
  | {
      kind: 'ended';
      result: 'success' | 'failure';
      at: number;
      tokenId: string | null;
      message: string;
      errorCode: string | null;
      successUrl: string;
      failureUrl: string;
      /** Further keys of the answer; of a failure they stand in `detail`. */
      details: JsonObject;
    };

/** What is stored of an effect. The effect itself is found again by running the visit again, so scripts and state are not kept twice. */
export interface PendingEffect {
  id: string;
  /** Stable within the visit: which call of which node it answers. */
  key: string;
  node: string;
  kind: Effect['kind'];
}
/** An effect for the driver to answer with an input of kind "effect". */
export interface RequestedEffect {
  session: string;
  id: string;
  effect: Effect;
}
export type EffectAnswer = EffectResult<Effect>;

/** A client's answer, and whose it is. */
export type OwnedAnswer = AnsweredCallback & { node: string };

/** A callback on the wire, and who asked. */
export interface SentCallback extends Callback {
  node: string;
}

/** What the HTTP request brought, kept for scripts, locales and redirect URIs. */
export interface RequestData {
  /** AM's context on this server as the client sees it, absolute, without a player segment: "http://127.0.0.1:8080/sim/1/am". */
  base: string;
  headers: Record<string, string[]>;
  parameters: Record<string, string[]>;
  cookies: Record<string, string>;
  /** Token of the session cookie, when it came. */
  token: string | null;
}
