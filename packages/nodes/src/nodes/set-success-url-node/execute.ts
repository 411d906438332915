import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { text } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  context.state.putShared('successUrl', text(context.config, 'successUrl'));
  context.because('The address is kept for the answer at the end.', 'recorded');
  return goTo('outcome');
}
