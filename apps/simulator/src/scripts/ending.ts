import type { ScriptRun, ScriptRunState } from '@tandem/api';
import type { JsonObject } from '@tandem/journey';
import type { ScriptEffect, ScriptResult, StateWrite } from '@tandem/nodes';

/**
 * How a run ended, by AM's order (AM 8.0.2, ScriptedDecisionNode): an error, a suspension, callbacks, an outcome. A Configuration Provider leaves a map.
 * `message`: what AM would say of a script that ran through and chose nothing that counts.
 */
export function outcomeOf(result: ScriptResult, { context }: Pick<ScriptEffect, 'context'>): { ending: ScriptRun['ending']; message?: string } {
  if (result.status !== 'ok') return { ending: 'error' };
  if (context === 'CONFIG_PROVIDER_NODE') {
    const isMap = typeof result.config === 'object' && result.config !== null && !Array.isArray(result.config);
    return isMap
      ? { ending: 'config' }
      : { ending: 'nothing', message: 'The script left no map named "config": the node goes to Configuration failure.' };
  }
  if (result.suspend) return { ending: 'suspended' };
  if (result.callbacks.length > 0) return { ending: 'callbacks' };
  if (typeof result.outcome === 'string') return { ending: 'outcome' };
  return { ending: 'nothing', message: "Script must set 'outcome' to a string." };
}

/** Node state with what a script wrote, in its order. Writes stay when it failed later, as on AM. */
export function afterWrites(state: ScriptRunState, writes: readonly StateWrite[]): ScriptRunState {
  const after = { shared: { ...state.shared }, transient: { ...state.transient }, secure: { ...state.secure } };
  for (const write of writes) {
    if (write.op === 'put') set(after[write.scope], write.key, write.value);
    else if (write.op === 'replace') after[write.scope] = { ...write.value };
    else for (const scope of Object.values(after)) delete scope[write.key];
  }
  return after;
}

/** A key may be any text, `__proto__` too. */
function set(object: JsonObject, key: string, value: JsonObject[string]): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
