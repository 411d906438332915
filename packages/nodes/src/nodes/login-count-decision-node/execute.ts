import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { existingUser, loginCountOf } from '../../support/managed-user.ts';
import { numeric, text } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const count = loginCountOf(existingUser(context, false, 'Failed to retrieve existing object'));
  const amount = numeric(config, 'amount') ?? 25;
  const every = text(config, 'interval') === 'EVERY';
  const reached = count !== undefined && (every ? count % amount === 0 : count === amount);
  context.because(
    count === undefined
      ? 'No login of this user was ever counted.'
      : `${count} logins are ${reached ? '' : 'not '}${every ? 'a multiple of ' : ''}${amount}.`,
    'recorded',
  );
  return goTo(String(reached));
}
