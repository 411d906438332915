import { exposeAll, exposeCommon } from './common.ts';
import { httpClientBinding } from './http.ts';
import { legacyIdRepositoryBinding } from './identity.ts';
import { javaGlobals } from './java-importer.ts';
import { actionClass } from './legacy-action.ts';
import { legacyCallbacks } from './legacy-callbacks.ts';
import { legacyNodeStateBinding, scopeBinding } from './legacy-state.ts';
import { legacyLoggerBinding } from './logger.ts';
import type { Parts } from './next-gen.ts';
import { systemEnvBinding } from './system-env.ts';

/** Bindings of evaluator version 1.0 by script context. */
export function exposeLegacy({ start, native, ask, state, random }: Parts): void {
  const { bindings, context, scriptName } = start;
  exposeCommon(bindings, scriptName, ask);
  exposeAll({
    ...javaGlobals(random, actionClass(state, bindings.resumeUri)),
    nodeState: legacyNodeStateBinding(state),
    idRepository: legacyIdRepositoryBinding(ask),
    httpClient: httpClientBinding(ask, native),
    logger: legacyLoggerBinding(native),
    systemEnv: systemEnvBinding(ask),
  });
  if (context === 'CONFIG_PROVIDER_NODE') return;
  exposeAll({
    sharedState: scopeBinding(state, 'shared'),
    transientState: scopeBinding(state, 'transient'),
    callbacks: legacyCallbacks(bindings.callbacks),
    resumedFromSuspend: bindings.resumedFromSuspend,
  });
}
