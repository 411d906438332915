import { type Action, type NodeContext, NodeProcessError } from '../../contract.ts';
import { realmScript, runScript, scriptDecision, scriptFailure } from '../../support/scripts.ts';
import { scriptIds } from '../../support/values.ts';
import { declared } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const script = realmScript(context, scriptIds(config, 'script'));
  const outputs = declared(config, 'outputs');
  const result = runScript(context, 'SCRIPTED_DECISION_NODE', script, declared(config, 'inputs'), outputs);
  const failure = scriptFailure(script.name, result);
  if (failure !== undefined) throw new NodeProcessError(failure);
  const action = scriptDecision(context, result, context.outcomes);
  if (action.kind === 'goTo' && script.engine === 'legacy' && missing(context, outputs).length > 0)
    throw new NodeProcessError('Script did not provide all declared outputs');
  return action;
}

/** Declared outputs that are nowhere in the state once the script has ended. */
function missing({ state }: NodeContext, outputs: readonly string[]): string[] {
  if (outputs.includes('*')) return [];
  return outputs.filter((key) => (['shared', 'transient', 'secure'] as const).every((scope) => state.getIn(scope, key) === undefined));
}
