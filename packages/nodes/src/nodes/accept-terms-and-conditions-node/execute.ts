import { type Action, goTo, type NodeContext, NodeProcessError, send } from '../../contract.ts';
import { answered, termsCallback } from '../../support/callbacks.ts';
import { localizedOrFirst } from '../../support/locale.ts';
import { ASSUMED } from './definition.ts';

const ACCEPTED = 'termsAccepted';
/** Shared state: the version that was shown. */
const SHOWN = 'termsVersion';

export function execute(context: NodeContext): Action {
  const { state } = context;
  const callback = answered(context.callbacks, 'TermsAndConditionsCallback');
  const given = callback?.values[''];
  if (given === true || given === 'true') {
    state.putShared(ACCEPTED, { acceptDate: new Date(context.now).toISOString(), termsVersion: state.get(SHOWN) ?? null });
    context.because('The terms are accepted.', 'recorded');
    return goTo('outcome');
  }
  const terms = context.services.termsAndConditions;
  if (!terms) throw new NodeProcessError('Terms configuration not found');
  context.because(ASSUMED.language, 'inferred');
  state.putShared(SHOWN, terms.version);
  if (callback) context.because('The terms were not accepted: they are shown again.', 'recorded');
  return send([termsCallback(terms.version, localizedOrFirst(terms.text, context.request.locales) ?? '', terms.createDate)]);
}
