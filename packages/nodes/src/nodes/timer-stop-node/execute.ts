import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { sharedNumber } from '../../support/state.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const property = text(context.config, 'startTimeProperty');
  const metric = text(context.config, 'metricKey');
  if (property === '') throw new NodeProcessError('TimerStopNode config must define start time property key');
  if (metric === '') throw new NodeProcessError('TimerStopNode config must define metric key');
  const start = sharedNumber(context, property);
  if (start === undefined) {
    context.log('error', `TimerStopNode could not find start time in ${property}`);
    context.because('No timer was started: nothing is recorded, the journey goes on.', 'recorded');
    return goTo('outcome');
  }
  const elapsed = context.now - start;
  context.log('debug', `TimerStopNode recording elapsed time ${elapsed}ms (since ${start} in property ${property}) in metric ${metric}`);
  context.measure({ name: metric, kind: 'timer', value: elapsed });
  context.because(ASSUMED.metric, 'inferred');
  context.because('The time since the start is recorded in the metric.', 'recorded');
  return goTo('outcome');
}
