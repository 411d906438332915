import { matchesFilter } from '@tandem/journey';
import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { onlyUser } from '../../support/attributes.ts';
import { identifyingValue, identityAttributeOf } from '../../support/managed-user.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const attribute = text(config, 'presentAttribute') || 'password';
  const user = onlyUser(context, identityAttributeOf(config), identifyingValue(context, true));
  // A password counts although nobody may read it: IDM answers for hidden attributes too.
  const name = attribute === 'password' ? 'passwordHash' : attribute;
  const present = user !== undefined && matchesFilter({ op: 'pr', path: name.split('/') }, user);
  if (user && Array.isArray(user[name])) context.because(ASSUMED.emptyList, 'inferred');
  context.because(user ? `The user has ${present ? 'a' : 'no'} value for ${attribute}.` : 'Not exactly one user is found.', 'recorded');
  return goTo(String(present));
}
