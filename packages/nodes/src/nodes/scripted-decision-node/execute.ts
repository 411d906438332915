import { type Action, type NodeContext, NodeProcessError } from '../../contract.ts';
import { realmScript, runScript, scriptDecision, scriptFailure } from '../../support/scripts.ts';
import { scriptIds } from '../../support/values.ts';
import { declared } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const script = realmScript(context, scriptIds(config, 'script'));
  const result = runScript(context, 'SCRIPTED_DECISION_NODE', script, declared(config, 'inputs'), declared(config, 'outputs'));
  const failure = scriptFailure(script.name, result);
  if (failure !== undefined) throw new NodeProcessError(failure);
  return scriptDecision(context, script.name, result, context.outcomes);
}
