import type { Identity, Json } from '@tandem/journey';
import { type AnsweredCallback, type Callback, type NodeContext, NodeProcessError } from '../../contract.ts';
import type { FailedPolicy } from '../../secret-effects.ts';
import { collectedAttribute, identityAttribute } from '../../support/attributes.ts';
import { type AttributeKind, answeredValidateOnly, attributeInputCallback } from '../../support/callbacks.ts';
import { failuresJson, policiesJson } from '../../support/policies.ts';
import { type UserAttribute, userAttribute } from '../../support/user-schema.ts';
import { flag } from '../../support/values.ts';

/** An attribute that the node asks for; without a schema it is one that the realm does not declare. */
export interface Collected {
  name: string;
  schema: UserAttribute | undefined;
}

/** Refuses what a form cannot ask for: hidden attributes and lists, and with validation what users may not change themselves. */
export function collectable(context: NodeContext, name: string): Collected {
  const schema = userAttribute(context.services, name);
  if (schema && (!schema.viewable || (flag(context.config, 'validateInputs') && !schema.userEditable))) {
    throw new NodeProcessError(`Configuration contains an invalid attribute: ${name}`);
  }
  if (schema?.type === 'array') throw new NodeProcessError(`Unhandleable data type: ${name} is an array`);
  return { name, schema };
}

export function attributeCallback(
  context: NodeContext,
  { name, schema }: Collected,
  user: Identity | undefined,
  given: { value: Json; callback: AnsweredCallback } | undefined,
  failed: readonly FailedPolicy[],
): Callback {
  const { config } = context;
  const present = collectedAttribute(context, name) ?? (user ? identityAttribute(user, name) : undefined);
  const kind = schema ? kinds[schema.type as keyof typeof kinds] : kindOf(name, present);
  const value = coerced(kind, given && given.value !== null && given.value !== '' ? given.value : present);
  return attributeInputCallback(
    kind,
    { name, prompt: schema?.title ?? name, required: flag(config, 'required'), value: value ?? emptyOf(kind) },
    {
      policies: flag(config, 'validateInputs') ? policiesJson(name, schema?.policies ?? []) : {},
      failedPolicies: failuresJson(failed),
      validateOnly: answeredValidateOnly(given?.callback),
    },
  );
}

/** Forms send numbers and booleans as text at times. */
export function coerced(kind: string, value: Json | undefined): Json {
  if (value === undefined || value === null) return null;
  if (kind === 'Boolean') return value === true || value === 'true';
  if (kind === 'String') return typeof value === 'object' ? null : String(value);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

const kinds = { string: 'String', number: 'Number', boolean: 'Boolean' } as const;

/** Of an attribute that the realm does not declare: as the present value, else preferences are booleans and the rest is text. */
function kindOf(name: string, present: Json | undefined): AttributeKind {
  if (typeof present === 'boolean' || name.startsWith('preferences/')) return 'Boolean';
  return typeof present === 'number' ? 'Number' : 'String';
}

function emptyOf(kind: AttributeKind): Json {
  if (kind === 'Boolean') return false;
  return kind === 'Number' ? null : '';
}
