import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { sharedNumber } from '../../support/state.ts';
import { numeric } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

const LEVEL = 'authLevel';

export function execute(context: NodeContext): Action {
  const increment = numeric(context.config, 'authLevelIncrement');
  const level = sharedNumber(context, LEVEL) ?? 0;
  context.state.putShared(LEVEL, level + (increment ?? 0));
  if (increment === undefined) context.because(ASSUMED.noValue, 'inferred');
  else context.because('The value is added to the authentication level.', 'recorded');
  return goTo('outcome');
}
