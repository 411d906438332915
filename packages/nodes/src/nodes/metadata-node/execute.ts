import type { JsonObject } from '@tandem/journey';
import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { answered, metadataCallback } from '../../support/callbacks.ts';
import { texts } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  if (answered(context.callbacks, 'MetadataCallback')) {
    context.because('Evaluation continues after the callback.');
    return goTo('outcome');
  }
  const data: JsonObject = {};
  for (const key of texts(context.config, 'attributes')) {
    const value = context.state.getIn('shared', key);
    if (value !== undefined) data[key] = value;
  }
  context.because('Those of the attributes that shared state holds are sent.', 'recorded');
  return send([metadataCallback(data)]);
}
