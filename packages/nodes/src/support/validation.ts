import type { Json, JsonObject } from '@tandem/journey';
import { isSealed, type NodeContext } from '../contract.ts';
import type { FailedPolicy } from '../secret-effects.ts';
import { failedPolicies } from './policies.ts';
import type { UserAttribute } from './user-schema.ts';

/** Policies about other users, and what they require. `valid-username` is IDM's `unique` under a name that does not give the other user away. */
const uniqueness: Readonly<Record<string, string>> = { unique: 'UNIQUE', 'valid-username': 'VALID_USERNAME' };

/**
 * What IDM finds wrong with an attribute's value. A sealed value is checked by the driver: the visit is suspended the first time, so call this
 * before writing state.
 *
 * @param object the user's attributes, this one included or not
 * @param self `_id` of the user who may keep the value
 */
export function failuresOf(context: NodeContext, attribute: UserAttribute, value: Json, object: JsonObject, self?: string): FailedPolicy[] {
  const { policies } = attribute;
  if (policies.length === 0) return [];
  const failed = isSealed(value)
    ? context.effect({ kind: 'policy', value, policies, object: plain(object) }).failed
    : failedPolicies(policies, value, object);
  const requirement = policies.map(({ policyId }) => uniqueness[policyId]).find((text) => text !== undefined);
  return requirement !== undefined && taken(context, attribute.name, value, self) ? [{ policyRequirement: requirement }, ...failed] : failed;
}

function taken(context: NodeContext, name: string, value: Json, self: string | undefined): boolean {
  if (isSealed(value) || value === null || value === '') return false;
  const found =
    name === 'userName' && typeof value === 'string' ? [context.identities.byUserName(value, 'user')] : context.identities.find(name, value);
  return found.some((other) => other !== undefined && other._id !== self);
}

/** Without what is sealed: an effect's request is written to the log of the run. */
function plain(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isSealed(value)));
}
