import type { HttpStub, Json, JsonObject } from '@tandem/journey';
import type { StateScope } from '@tandem/nodes';
import type { Breakpoint, Fault } from './control/control.ts';
import type { EffectAnswer, RequestData } from './state.ts';

/** What may happen to a simulation: all that a run is made of. */

interface InputBase {
  /** Simulation time at which it arrives, epoch ms; never before the state's `now`. */
  at: number;
  /** 64 hex digits drawn from the system's secure source by the driver. */
  random: string;
}
export type Input = InputBase &
  (
    | { kind: 'start'; session: string; player: string | null; target: StartTarget; request: RequestData }
    | { kind: 'answer'; session: string; otk: string; digest: string; answers: GivenAnswer[]; request: RequestData }
    | { kind: 'resume'; session: string; suspended: string; request: RequestData }
    | { kind: 'visit'; session: string }
    | { kind: 'effect'; session: string; effect: string; result: EffectAnswer }
    /** A visit that waited for an effect and, since the realm has changed, needs none any more: it is made again from its start. */
    | { kind: 'revisit'; session: string }
    | { kind: 'clock' }
    | { kind: 'expire'; what: 'transaction' | 'session'; id: string }
    | { kind: 'latency'; latency: Record<string, number> }
    | { kind: 'realm'; version: number }
    | { kind: 'logout'; token: string }
    /** A session is used otherwise than by a journey: its idle time begins anew. */
    | { kind: 'access'; token: string }
    | { kind: 'prune'; before: number }
    /** A person changes a session's node state by hand; no value: the key is removed. */
    | { kind: 'edit'; session: string; scope: StateScope; key: string; value?: Json }
    /** Lets a held session go on; `step`: for one visit. */
    | { kind: 'continue'; session: string; step: boolean }
    | { kind: 'breakpoints'; breakpoints: Breakpoint[] }
    | { kind: 'faults'; faults: Fault[] }
    | { kind: 'stubs'; stubs: Record<string, HttpStub | null> }
    | { kind: 'message'; id: string; approve: boolean; number: string | null }
    /** An OAuth 2.0 client starts a transaction by REST, without a journey around it. The driver has checked what it asks for. */
    | { kind: 'initialize'; transaction: string; spec: BackchannelSpec; base: string }
    /** Properties of an SSO session are set through its REST interface. */
    | { kind: 'session-properties'; token: string; properties: Record<string, string> }
  );
/** What a request wants to start; `default`: it names nothing, so the realm's default journey runs. */
export type StartTarget = { type: 'service'; journey: string } | { type: 'transaction'; id: string } | { type: 'default' };
/** What `authenticate/backchannel/initialize` is asked for. `trackingId`: the client's own; null: one is made. */
export interface BackchannelSpec {
  journey: string;
  subject: { type: 'user' | 'agent'; id: string; name: string } | null;
  data: JsonObject;
  trackingId: string | null;
  allowRetry: boolean;
}
/** Values for one callback in the order sent, by input suffix. Password values are sealed by the driver. */
export interface GivenAnswer {
  type: string;
  values: Record<string, Json>;
}
