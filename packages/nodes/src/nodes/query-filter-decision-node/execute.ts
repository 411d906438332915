import { matchesFilter, parseQueryFilter, type QueryFilter, type QueryFilterError } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { existingUser, managedObject } from '../../support/managed-user.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const user = existingUser(context, false, 'Failed to retrieve existing object');
  const fits = matchesFilter(parsed(text(context.config, 'queryFilter')), managedObject(user));
  context.because(ASSUMED.comparison, 'inferred');
  context.because(`The user ${fits ? 'fits' : 'does not fit'} the filter.`, 'recorded');
  return goTo(String(fits));
}

function parsed(filter: string): QueryFilter {
  try {
    return parseQueryFilter(filter);
  } catch (error) {
    throw new NodeProcessError((error as QueryFilterError).message);
  }
}
