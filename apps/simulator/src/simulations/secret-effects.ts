import type { EffectAnswer } from '@tandem/engine';
import { type Effect, failedPolicies, isSealed, normalSecret, type ScriptEffect, type Sealed } from '@tandem/nodes';
import { hashPassword, verifyPassword } from '../passwords.ts';
import type { Sealer } from '../storage/sealer.ts';
import { openedParts } from './sealed-texts.ts';

/** Answers what a node may learn about a secret: the seal is opened here and nowhere else. A seal of another key opens to nothing that matches. */
export async function answerSecret(effect: Exclude<Effect, ScriptEffect>, sealer: Sealer): Promise<EffectAnswer> {
  const opened = (secret: Sealed | string): string => (typeof secret === 'string' ? openedParts(secret, sealer) : sealer.open(secret));
  switch (effect.kind) {
    case 'password':
      return { matches: await attempt(() => verifyPassword(normalSecret(opened(effect.password), effect.as), effect.hash), false) };
    case 'hash':
      return { hash: await attempt(() => hashPassword(normalSecret(opened(effect.password), effect.as)), '') };
    case 'compare':
      return {
        equal: await attempt(async () => normalSecret(opened(effect.left), effect.as) === normalSecret(opened(effect.right), effect.as), false),
      };
    case 'policy':
      return { failed: failedPolicies(effect.policies, isSealed(effect.value) ? opened(effect.value) : effect.value, effect.object) };
  }
}

async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
