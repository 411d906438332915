import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { jsonOrText } from '../../support/json.ts';
import { localizedMessage } from '../../support/locale.ts';
import { textMap } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const { config, session, request } = context;
  const message = localizedMessage(textMap(config, 'failureMessage'), request.locales) ?? '';
  if (message.trim() !== '') session.setFailureMessage(message);
  const details = Object.entries(textMap(config, 'failureDetails')).map(([field, value]) => [field, jsonOrText(value)]);
  session.addDetails('failure', Object.fromEntries(details));
  context.because('Message and fields are for the answer of a failed journey.', 'recorded');
  return goTo('outcome');
}
