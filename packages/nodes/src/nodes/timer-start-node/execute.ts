import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { text } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const property = text(context.config, 'startTimeProperty');
  if (property === '') throw new NodeProcessError('TimerStartNode config must define start time property key');
  context.log('debug', `TimerStartNode recording start time ${context.now} in ${property}`);
  context.state.putShared(property, context.now);
  context.because('The time is kept in shared state.', 'recorded');
  return goTo('outcome');
}
