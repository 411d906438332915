import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { textMap } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  for (const [key, value] of Object.entries(textMap(context.config, 'attributes'))) {
    context.state.remove(key);
    context.state.putShared(key, value);
  }
  context.because('The values replace what any scope held under these keys.', 'recorded');
  return goTo('outcome');
}
