import { isObject } from '@tandem/journey';
import type { FailedPolicy, Json, JsonObject } from '../types.ts';
import { HostFailure } from './failure.ts';
import type { ScriptHostOptions } from './types.ts';

/**
 * IDM's policy service for the realm's users: `openidm.action("policy/managed/alpha_user/*", "validateObject" | "validateProperty", content)`.
 * undefined: another action.
 */
export function policy(action: Json | undefined, content: Json | undefined, options: ScriptHostOptions): Json | undefined {
  if (!options.failedPolicies || (action !== 'validateObject' && action !== 'validateProperty')) return undefined;
  if (!isObject(content)) throw new HostFailure('The content must be an object with the properties to validate', 400);
  const failedPolicyRequirements = options
    .failedPolicies(content, { whole: action === 'validateObject' })
    .map(({ property, policyRequirements }): JsonObject => ({ policyRequirements: policyRequirements.map(asJson), property }));
  return { result: failedPolicyRequirements.length === 0, failedPolicyRequirements };
}

function asJson({ policyRequirement, params }: FailedPolicy): JsonObject {
  return params === undefined ? { policyRequirement } : { policyRequirement, params };
}
