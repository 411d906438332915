import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { answered, answeredIndex, confirmationCallback, textOutputCallback } from '../../support/callbacks.ts';
import { localizedMessage } from '../../support/locale.ts';
import { text, textMap } from '../../support/values.ts';

const YES = 0;
const NO = 1;

export function execute(context: NodeContext): Action {
  const { config, state } = context;
  const stateField = text(config, 'stateField');
  const confirmation = answered(context.callbacks, 'ConfirmationCallback');
  if (confirmation) {
    // AM sends the index 0 until something is chosen, so a callback echoed unchanged means yes.
    const index = answeredIndex(confirmation) ?? YES;
    if (stateField) state.putShared(stateField, index);
    context.because(index === YES ? 'The positive answer has the index 0.' : 'Any other answer than the positive one leads to False.', 'recorded');
    return goTo(index === YES ? 'true' : 'false');
  }
  if (stateField) state.putShared(stateField, null);
  const localized = (property: string, fallback: string): string => localizedMessage(textMap(config, property), context.request.locales) ?? fallback;
  return send([
    textOutputCallback(localized('message', 'Default message')),
    confirmationCallback([localized('messageYes', 'Yes'), localized('messageNo', 'No')], NO, YES),
  ]);
}
