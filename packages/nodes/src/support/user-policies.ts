import type { JsonObject, RealmServices } from '@tandem/journey';
import type { FailedPolicy } from '../secret-effects.ts';
import { failedPolicies } from './policies.ts';
import { requiredAttributes, userAttribute } from './user-schema.ts';

/**
 * Properties of a managed user that do not meet the realm's policies, as IDM's policy service finds them.
 *
 * @param whole whether it is the whole user, who needs what is required, or single properties of one
 */
export function failedUserPolicies(
  services: RealmServices,
  object: JsonObject,
  whole: boolean,
): { property: string; policyRequirements: FailedPolicy[] }[] {
  const names = [...new Set([...(whole ? requiredAttributes : []), ...Object.keys(object)])];
  return names.flatMap((property) => {
    const { policies = [] } = userAttribute(services, property) ?? {};
    const value = Object.hasOwn(object, property) ? (object[property] ?? null) : null;
    const policyRequirements = failedPolicies(policies, value, object);
    return policyRequirements.length === 0 ? [] : [{ property, policyRequirements }];
  });
}
