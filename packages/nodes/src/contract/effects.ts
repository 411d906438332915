import type { ScriptEffect, ScriptResult } from '../script-effects.ts';
import type { CompareEffect, CompareResult, HashEffect, HashResult, PolicyEffect, PolicyResult, SecretKind } from '../secret-effects.ts';
import type { Sealed } from './callbacks.ts';

/** What a visit asks the driver for. */

/** Compare a password with an identity's hash (scrypt, slow, hence outside the engine). */
export interface PasswordEffect {
  kind: 'password';
  identity: string;
  hash: string;
  password: Sealed | string;
  as?: SecretKind | undefined;
}
export interface PasswordResult {
  matches: boolean;
}
export type Effect = ScriptEffect | PasswordEffect | HashEffect | CompareEffect | PolicyEffect;
interface EffectResults {
  script: ScriptResult;
  password: PasswordResult;
  hash: HashResult;
  compare: CompareResult;
  policy: PolicyResult;
}
export type EffectResult<E extends Effect> = EffectResults[E['kind']];
