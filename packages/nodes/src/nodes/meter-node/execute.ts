import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const metric = text(context.config, 'metricKey');
  if (metric === '') throw new NodeProcessError('MeterNode config must define metric key');
  context.log('debug', `MeterNode incrementing ${metric}`);
  context.measure({ name: metric, kind: 'counter', value: 1 });
  context.because(ASSUMED.metric, 'inferred');
  context.because('The metric is counted.', 'recorded');
  return goTo('outcome');
}
