import type { Identity } from '@tandem/journey';
import { matchesFilter } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { identityAttribute } from '../../support/attributes.ts';
import { existingUser, managedObject } from '../../support/managed-user.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const attribute = text(config, 'comparisonAttribute');
  const user = existingUser(context, true, 'Failed to read object');
  const path = attribute.split('/');
  const wanted = text(config, 'comparisonOperation') === 'PRESENT' ? undefined : asTyped(text(config, 'comparisonValue'), user, attribute);
  const fits = matchesFilter(wanted === undefined ? { op: 'pr', path } : { op: 'eq', path, value: wanted }, managedObject(user));
  if (typeof wanted === 'string') context.because(ASSUMED.comparison, 'inferred');
  context.because(
    wanted === undefined
      ? `The user has ${fits ? 'a' : 'no'} value for ${attribute}.`
      : `${attribute} is ${fits ? '' : 'not '}equal to the value of the configuration.`,
    'recorded',
  );
  return goTo(String(fits));
}

/** The configured text as the attribute's own type: a number is compared as a number, and only "true" is true. */
function asTyped(value: string, user: Identity, attribute: string): string | number | boolean {
  const present = identityAttribute(user, attribute);
  if (typeof present === 'boolean') return value.toLowerCase() === 'true';
  if (typeof present !== 'number') return value;
  if (!/^[-+]?\d+$/.test(value)) throw new NodeProcessError(`For input string: "${value}": ${attribute} is a number, compare it with a whole one.`);
  return Number(value);
}
