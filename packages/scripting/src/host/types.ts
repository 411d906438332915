import type { FailedPolicy, Identity, IdentityWrite, Json, JsonObject, ObjectWrite, ScriptMail } from '../types.ts';

/** One call of a script to the world outside its sandbox. */
export interface HostCall {
  binding: 'openidm' | 'idRepository' | 'httpClient' | 'systemEnv' | 'secrets' | 'require' | 'policy';
  method: string;
  args: Json[];
}
/**
 * What the script gets back: a value, or a message that is thrown in the script. `code` is the status of a REST error, `log` a line for the script's
 * log that tells of the call.
 */
export type HostAnswer = ({ ok: true; value: Json } | { ok: false; message: string; code?: number | undefined }) & { log?: string | undefined };

/** Answers the host calls of one script run. Any function will do; `createScriptHost` makes the one that also collects identity writes. */
export interface ScriptHost {
  (call: HostCall): HostAnswer;
  /** Writes so far, in the order in which the identities were first touched, one per identity. */
  identityWrites?(): IdentityWrite[];
  /** The same for managed objects that are no users. */
  objectWrites?(): ObjectWrite[];
  /** Mails that it sent, in order. */
  mails?(): ScriptMail[];
  /** Simulated time that HTTP stubs took so far, ms: one after the other, as the script waits for each. */
  waited?(): number;
}

/** The identities that a run sees. Reading must be cheap: it happens in the main thread while the script waits. */
export interface IdentityStore {
  get(id: string): Identity | undefined;
  all(kind: Identity['kind']): Iterable<Identity>;
  /** Managed objects other than users; absent: none. */
  readonly objects?: ObjectStore | undefined;
}

/** Managed objects other than users, by type as in `managed/<type>`. */
export interface ObjectStore {
  byId(type: string, id: string): JsonObject | undefined;
  all(type: string): readonly JsonObject[];
}

/** A property of a managed user, and the policies that its value does not meet. */
export interface FailedProperty {
  property: string;
  policyRequirements: FailedPolicy[];
}

/** An answer that an administrator defined for an HTTP request of a script. */
export interface HttpStub {
  status: number;
  statusText?: string | undefined;
  headers?: Record<string, string[]> | undefined;
  body: string;
  /** Simulated time that the answer takes, ms; default 0. */
  delayMs?: number | undefined;
  /** It stands for something that goes wrong on purpose. */
  isFault?: boolean | undefined;
}

export interface ScriptHostOptions {
  /** Realm path, "/alpha": users are `managed/alpha_user` there, and `managed/user` everywhere. */
  realm: string;
  /** Makes a test of `_queryFilter`; throws an Error that says what is wrong with the text. */
  queryFilter(filter: string): (object: Record<string, Json>) => boolean;
  /** Id of an identity that is created without one. */
  uuid(): string;
  /**
   * Takes a password that a script sets on a user and returns what stands for its hash until the script has ended: a hash is slow, and the script
   * waits in the driver's thread. Without it such a script gets `not simulated`.
   */
  keepPassword?(password: string, id: string): string;
  /** Scheme and host under which scripts reach AM and IDM, for the stubs of their REST requests. Default https://localhost. */
  origin?: string | undefined;
  /**
   * Properties of a user that do not meet the realm's policies. `whole`: what is required must be there. Without it IDM's policy service is answered by
   * stubs alone.
   */
  failedPolicies?(object: JsonObject, options: { whole: boolean }): FailedProperty[];
  /** Stub for a request, or undefined. */
  http?(request: { method: string; uri: string; options: Json }): HttpStub | undefined;
  /** Environment secret or variable by the name scripts use ("esv.my.variable"); without it `systemEnv` is not simulated. */
  variable?(name: string): string | undefined;
  /** Value of a secret by the id scripts use; undefined when there is none. Without it `secrets` is not simulated. */
  secret?(id: string): string | undefined;
  /** Source of a LIBRARY script by its name; undefined when there is none. Without it `require` is not simulated. */
  library?(name: string): string | undefined;
  /** What `idRepository.getIdentity` takes. AIC resolves `_id` alone, PingAM the user name too. Default `id`. */
  identityBy?: 'id' | 'id-or-name' | undefined;
}
