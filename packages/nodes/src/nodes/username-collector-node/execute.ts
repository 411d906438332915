import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { answered, answeredText, nameCallback } from '../../support/callbacks.ts';
import { flag, majorVersion } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const { config, node, state } = context;
  const callback = answered(context.callbacks, 'NameCallback');
  const name = answeredText(callback);
  if (name !== '') {
    state.putShared('username', name);
    context.because('The name is kept.', 'recorded');
    return goTo('outcome');
  }
  if (callback) context.because('An empty name is asked for again.', 'recorded');
  const known = majorVersion(node.version) >= 2 && flag(config, 'prepopulate') ? state.get('username') : undefined;
  return send([nameCallback('User Name', typeof known === 'string' ? known : '')]);
}
