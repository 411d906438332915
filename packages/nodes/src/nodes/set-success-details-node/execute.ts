import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { jsonOrText } from '../../support/json.ts';
import { textMap } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const details = Object.entries(textMap(context.config, 'successDetails')).map(([field, value]) => [field, jsonOrText(value)]);
  context.session.addDetails('success', Object.fromEntries(details));
  context.session.addSessionDetails(textMap(context.config, 'sessionProperties'));
  context.because('The fields are for the answer at Success.', 'recorded');
  return goTo('outcome');
}
