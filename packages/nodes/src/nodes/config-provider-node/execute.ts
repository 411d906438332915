import { isObject, type Json, type JsonObject } from '@tandem/journey';
import { validateConfig } from '../../config.ts';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { nativeDefinition } from '../../lookup.ts';
import { realmScript, runScript, scriptFailure } from '../../support/scripts.ts';
import { scriptIds, text } from '../../support/values.ts';
import { ASSUMED, CONFIGURATION_FAILED, imitatedVersion, scriptInputs } from './definition.ts';

/** Runs the script on every pass, then the imitated type under this node's id with the configuration that the script made. */
export function execute(context: NodeContext): Action {
  const type = text(context.config, 'nodeType');
  const made = type === '' ? 'No node type to imitate is chosen.' : madeConfig(context);
  if (typeof made === 'string') return failed(context, made);
  const [wrong] = validateConfig(nativeDefinition(type)?.fields ?? {}, made);
  if (wrong) return failed(context, `The script's config does not fit ${type}: ${wrong.field}: ${wrong.message}`);
  const version = imitatedVersion(context.config);
  if (version !== 1) context.because(ASSUMED.version, 'inferred');
  const action = context.imitate(type, `${version}.0`, made);
  return action.kind === 'enter' ? { ...action, config: made } : action;
}

function failed(context: NodeContext, why: string): Action {
  context.log('error', why);
  context.because(`There is no usable configuration: ${why}`, 'recorded');
  return goTo(CONFIGURATION_FAILED);
}

/** The configuration that the script left, or why there is none. */
function madeConfig(context: NodeContext): JsonObject | string {
  try {
    const script = realmScript(context, scriptIds(context.config, 'script'));
    const result = runScript(context, 'CONFIG_PROVIDER_NODE', script, scriptInputs(context.config), ['*']);
    const failure = scriptFailure(script.name, result);
    if (failure !== undefined) return failure;
    return isObject(result.config) ? withoutNulls(result.config) : `Script '${script.name}' left no map named config.`;
  } catch (error) {
    if (!(error instanceof NodeProcessError)) throw error;
    return error.message;
  }
}

/** A null in a script's map is the same as a key left out, at its top level and in its locale maps. */
function withoutNulls(config: JsonObject): JsonObject {
  const kept = Object.entries(config).filter((entry): entry is [string, Exclude<Json, null>] => entry[1] !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, isObject(value) ? withoutNulls(value) : value]));
}
