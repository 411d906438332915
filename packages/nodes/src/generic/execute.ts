import { isObject, type JsonObject } from '@tandem/journey';
import { type Action, type Callback, goTo, type NodeContext, NodeProcessError, send } from '../contract.ts';
import { answered, answeredIndex, answeredText, choiceCallback, textInputCallback, textOutputCallback } from '../support/callbacks.ts';
import { askedByHand, chosenByHand } from './rule.ts';

const STATE_PROMPT = 'Shared state to set (JSON object, optional)';

function parsed(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value as JsonObject) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** Stands in for a type that is not executed here: the run stops and a person chooses the outcome and, if they like, sets shared state. */
export function executeGeneric(context: NodeContext): Action {
  const { node, outcomes } = context;
  if (outcomes.length === 0) throw new NodeProcessError(`Node "${node.displayName}" (${node.type}) has no outcomes to choose from.`);

  const ask = (choice: number, json: string, problem?: string): Action => {
    const callbacks: Callback[] = [
      textOutputCallback(`"${node.displayName}" is of the type ${node.type}, which cannot be executed natively. Choose how it ends.`),
      ...(problem ? [textOutputCallback(problem, 'error')] : []),
      choiceCallback(
        'Outcome',
        outcomes.map(({ displayName }) => displayName),
        choice,
      ),
      textInputCallback(STATE_PROMPT, json),
    ];
    context.because(askedByHand(node.type), 'inferred');
    return send(callbacks);
  };

  const choice = answered(context.callbacks, 'ChoiceCallback');
  if (!choice) return ask(0, '');
  const index = answeredIndex(choice) ?? 0;
  const json = answeredText(answered(context.callbacks, 'TextInputCallback')).trim();
  const outcome = outcomes[index];
  if (!outcome) return ask(0, json, `There is no outcome number ${index}. Choose one of the list.`);
  const values = json === '' ? {} : parsed(json);
  if (!values) return ask(index, json, 'The shared state to set must be a JSON object such as {"key": "value"}.');

  for (const [key, value] of Object.entries(values)) context.state.putShared(key, value);
  context.because(chosenByHand(node, outcome.displayName), 'inferred');
  return goTo(outcome.id);
}
