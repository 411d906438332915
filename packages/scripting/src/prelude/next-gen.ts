import { actionBinding, type Outcome } from './action.ts';
import { callbacksBinding } from './callbacks.ts';
import { callbacksBuilderBinding } from './callbacks-builder.ts';
import { exposeAll, exposeCommon, stringMap } from './common.ts';
import type { Random } from './deterministic.ts';
import type { Ask } from './host-call.ts';
import { httpClientBinding } from './http.ts';
import { idRepositoryBinding } from './identity.ts';
import { java } from './java.ts';
import { loggerBinding } from './logger.ts';
import type { Native, Start } from './native.ts';
import { nodeStateBinding } from './node-state.ts';
import { openidmBinding } from './openidm.ts';
import { dictionary } from './primordials.ts';
import type { State } from './state.ts';
import { notSimulated, unsupported } from './unsupported.ts';
import { utilsBinding } from './utils.ts';

export interface Parts {
  start: Start;
  native: Native;
  ask: Ask;
  state: State;
  random: Random;
  outcome: Outcome;
  /** Callbacks to send, JSON text. */
  sent: string[];
}

/** Bindings of evaluator version 2.0 by script context, as AM's `contexts` endpoint lists them. */
export function exposeNextGen({ start, native, ask, state, random, outcome, sent }: Parts): void {
  const { bindings, context, scriptName } = start;
  exposeCommon(bindings, scriptName, ask);
  exposeAll({
    nodeState: nodeStateBinding(state),
    openidm: openidmBinding(ask),
    idRepository: idRepositoryBinding(ask),
    httpClient: httpClientBinding(ask, native),
    logger: loggerBinding(native, scriptName),
    utils: utilsBinding(random),
    cookieName: bindings.cookieName,
    policy: unsupported('policy', ['evaluate']),
  });
  if (context === 'CONFIG_PROVIDER_NODE') return;
  exposeAll({
    callbacks: callbacksBinding(bindings.callbacks),
    callbacksBuilder: callbacksBuilderBinding(sent),
    action: actionBinding(outcome),
    requestCookies: stringMap(bindings.requestCookies),
    resumedFromSuspend: bindings.resumedFromSuspend,
    jwtAssertion: unsupported('jwtAssertion', ['generateJwt']),
    jwtValidator: unsupported('jwtValidator', ['validateJwtClaims']),
    require: () => notSimulated('require'),
  });
  if (context === 'NODE_DESIGNER') exposeAll({ properties: java(bindings.properties ?? dictionary()) });
  // Outside SAML and OAuth2 flows both are null.
  else exposeAll({ samlApplication: null, oauthApplication: null });
}
