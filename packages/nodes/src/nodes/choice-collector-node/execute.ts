import { type Action, goTo, type NodeContext, NodeProcessError, send } from '../../contract.ts';
import { answered, answeredIndex, choiceCallback } from '../../support/callbacks.ts';
import { text, texts } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const choices = texts(context.config, 'choices');
  const index = answeredIndex(answered(context.callbacks, 'ChoiceCallback'));
  if (index !== undefined) {
    const choice = choices[index];
    if (choice === undefined) throw new NodeProcessError(`Node processing failed: there is no choice number ${index}.`);
    context.because('The chosen entry is the outcome.', 'recorded');
    return goTo(choice);
  }
  const [only, ...others] = choices;
  if (only === undefined) throw new NodeProcessError("Node doesn't have outcomes which can give auth level >= null");
  if (others.length === 0) {
    context.because('There is a single choice: nothing is asked.', 'recorded');
    return goTo(only);
  }
  return send([choiceCallback(text(context.config, 'prompt'), choices, Math.max(0, choices.indexOf(text(context.config, 'defaultChoice'))))]);
}
