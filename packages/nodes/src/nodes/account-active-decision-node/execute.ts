import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { isInactive, userInState } from '../../support/credentials.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const user = userInState(context);
  if (!user) throw new NodeProcessError('Failed to get the identity object');
  const active = !isInactive(user);
  context.because(ASSUMED.locked, 'inferred');
  context.because(`The account is ${active ? 'active' : 'inactive'}.`, 'recorded');
  return goTo(String(active));
}
