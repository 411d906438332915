import type { IdentityWrite, ScriptBindings, ScriptResult } from '@tandem/nodes';

export type {
  Callback,
  FailedPolicy,
  IdentityWrite,
  LogLine,
  ObjectWrite,
  ScriptBindings,
  ScriptEffect,
  ScriptMail,
  ScriptResult,
  StateWrite,
} from '@tandem/nodes';
export type Json = Exclude<ScriptResult['outcome'], undefined>;
export type JsonObject = ScriptBindings['shared'];
export type Identity = Extract<IdentityWrite, { created: unknown }>['created'];
