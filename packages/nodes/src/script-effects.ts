import type { Change, Identity, Json, JsonObject } from '@tandem/journey';
import type { AnsweredCallback, Callback, StateScope } from './contract.ts';

/** What a visit has a script do: what the script sees, and what it leaves behind. The driver runs it, its result is recorded. */

export type ScriptContextName = 'SCRIPTED_DECISION_NODE' | 'CONFIG_PROVIDER_NODE' | 'NODE_DESIGNER';
export interface ScriptEffect {
  kind: 'script';
  context: ScriptContextName;
  /** Which binding set: next-generation (evaluator 2.0) or legacy (1.0). */
  engine: 'next-gen' | 'legacy';
  scriptId: string;
  scriptName: string;
  /** Plain source. */
  source: string;
  /** The JavaScript that the realm's AM understands; the driver sets it. Default `aic`: Rhino with ES6 off. */
  language?: 'aic' | 'es6' | undefined;
  bindings: ScriptBindings;
}
export interface ScriptBindings {
  /** State this script may see; secure and transient values may be `Sealed`, the driver opens them for the script alone. */
  shared: JsonObject;
  transient: JsonObject;
  secure: JsonObject;
  /** Callbacks answered by the client for this node; empty on the first pass. */
  callbacks: AnsweredCallback[];
  /** Custom node properties by name. */
  properties?: JsonObject | undefined;
  /** Realm path, "/alpha". */
  realm: string;
  cookieName: string;
  requestHeaders: Record<string, string[]>;
  requestParameters: Record<string, string[]>;
  requestCookies: Record<string, string>;
  /** Properties of the session the request brought; absent without one. */
  existingSession?: Record<string, string> | undefined;
  resumedFromSuspend: boolean;
  /** Address that resumes the session when the script suspends it. */
  resumeUri: string;
  /** The journey that runs the script, and how it is configured. */
  journey: { name: string; identityResource: string; innerJourney: boolean; mustRun: boolean };
  /** Locales of Accept-Language, best first; the server's own when there are none. */
  locales: readonly string[];
  /** Simulation time, epoch ms. */
  now: number;
  /** Hex seed for Math.random, uuid and other chance in the script. */
  seed: string;
}
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';
export interface LogLine {
  level: LogLevel;
  message: string;
}
/** A write of a script or node to the node state. */
export type StateWrite =
  | { op: 'put'; scope: StateScope; key: string; value: Json }
  | { op: 'remove'; key: string }
  /** The whole of one scope, whatever the script saw of it (legacy `Action.replaceSharedState`). */
  | { op: 'replace'; scope: 'shared' | 'transient'; value: JsonObject };
/**
 * A write to the identity store: what changed, since others write while a script runs. `record: null` deletes; a whole record replaces what is there
 * (inputs stored by earlier versions).
 */
export type IdentityWrite =
  | { id: string; record: Identity | null }
  | { id: string; created: Identity }
  /** Values that changed; the others stay as they are when the write arrives. */
  | { id: string; changes: Change[] }
  /** The same by top-level field (inputs stored by earlier versions). */
  | { id: string; set: JsonObject; removed: string[] };
/** A write to a managed object that is no user; `type` as in `managed/<type>`. */
export type ObjectWrite = { type: string; id: string } & ({ created: JsonObject } | { changes: Change[] } | { deleted: true });
/** A mail that a script had IDM send: as the script wrote it, or by a template of the realm. */
export type ScriptMail =
  | { to: string; from?: string | undefined; subject?: string | undefined; body: string; html: boolean }
  | { to: string; template: string; object: JsonObject };
export interface ScriptResult {
  /** ok, or how it failed. Writes made before a failure stay, as on AM. */
  status: 'ok' | 'error' | 'timeout' | 'memory';
  /** Present unless ok; `message` in the engine's words. */
  error?: { message: string; line?: number | undefined } | undefined;
  /** Outcome from `action.goTo(...)`, `action = ...build()` or the global `outcome`; a non-string value of `outcome` is reported as JSON. */
  outcome?: Json | undefined;
  /** Whether `outcome` came from an action rather than from the global variable. */
  fromAction?: boolean | undefined;
  callbacks: Callback[];
  /** The global `config` of a Configuration Provider script. */
  config?: Json | undefined;
  stage?: string | undefined;
  header?: string | undefined;
  description?: string | undefined;
  errorMessage?: string | undefined;
  lockoutMessage?: string | undefined;
  identifiedUser?: string | undefined;
  identifiedAgent?: string | undefined;
  /** What the client is shown while it is away: a text, or the callback that a legacy script's handler made. */
  suspend?: { message: string; minutes?: number | undefined; callback?: Callback | undefined } | undefined;
  /** What the script left in `auditEntryDetail`. */
  audit?: Json | undefined;
  sessionProperties: Record<string, string | null>;
  maxSessionTime?: number | undefined;
  maxIdleTime?: number | undefined;
  reads: string[];
  writes: StateWrite[];
  identityWrites: IdentityWrite[];
  /** Absent: none. */
  objectWrites?: ObjectWrite[] | undefined;
  /** Mails that it sent, in order; absent: none. They are on their way whatever becomes of the script. */
  mails?: ScriptMail[] | undefined;
  /** Simulated time that the script waited for HTTP stubs, ms: the visit takes that much longer. */
  waited?: number | undefined;
  logs: LogLine[];
}
