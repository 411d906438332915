import { type Action, goTo, type NodeContext, NodeProcessError } from '../contract.ts';
import { executeGeneric } from '../generic/execute.ts';
import { runScript, scriptDecision, scriptFailure } from '../support/scripts.ts';
import { declaredKeys, SCRIPT_ERROR } from './definition.ts';

/** Runs the script of a custom node. Without its definition in the realm a person chooses. */
export function executeCustom(context: NodeContext): Action {
  const { customType } = context;
  if (!customType) return executeGeneric(context);
  const script = { id: customType.id, name: customType.displayName, source: customType.source, engine: 'next-gen' as const };
  const result = runScript(context, 'NODE_DESIGNER', script, declaredKeys(customType.inputs), declaredKeys(customType.outputs));
  const failure = scriptFailure(script.name, result);
  if (failure === undefined) return scriptDecision(context, result, context.outcomes);
  if (!customType.errorOutcome) throw new NodeProcessError(failure);
  context.log('error', failure);
  context.because('The script failed and the custom node has an error outcome.');
  return goTo(SCRIPT_ERROR);
}
