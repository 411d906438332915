import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { answered, isBlankPassword, passwordCallback } from '../../support/callbacks.ts';

export function execute(context: NodeContext): Action {
  const callback = answered(context.callbacks, 'PasswordCallback');
  const password = callback?.values[''];
  if (password !== undefined && !isBlankPassword(password)) {
    context.state.putTransient('password', password);
    context.because('The password is kept in transient state.', 'recorded');
    return goTo('outcome');
  }
  if (callback) context.because('An empty password is asked for again.', 'recorded');
  return send([passwordCallback('Password')]);
}
