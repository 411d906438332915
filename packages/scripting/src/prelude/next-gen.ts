import { actionBinding, type Outcome } from './action.ts';
import { callbacksBinding } from './callbacks.ts';
import { callbacksBuilderBinding } from './callbacks-builder.ts';
import { exposeAll, exposeCommon, stringMap } from './common.ts';
import type { Random } from './deterministic.ts';
import type { Ask } from './host-call.ts';
import { httpClientBinding } from './http.ts';
import { idRepositoryBinding } from './identity.ts';
import { java } from './java.ts';
import { nextGenJavaGlobals } from './java-importer.ts';
import { jwtAssertionBinding } from './jwt-assertion.ts';
import type { Refuse } from './jwt-data.ts';
import { jwtValidatorBinding } from './jwt-validator.ts';
import { localesBinding } from './locales.ts';
import { loggerBinding, logLine } from './logger.ts';
import type { Native, Start } from './native.ts';
import { createCrypto } from './native-crypto.ts';
import { nodeStateBinding } from './node-state.ts';
import { openBinding } from './open-binding.ts';
import { openidmBinding } from './openidm.ts';
import { policyBinding } from './policy.ts';
import { binding, dictionary, expose } from './primordials.ts';
import { requireBinding } from './require.ts';
import type { State } from './state.ts';
import { systemEnvBinding } from './system-env.ts';
import { notSimulated } from './unsupported.ts';
import { utilsBinding } from './utils.ts';

/** The same for every script, hence made before the first. */
const javaWorld = nextGenJavaGlobals();

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

/** `journey` of AM 8.1: what the journey is and how it is configured (Ping docs: common bindings). */
function journeyBinding({ journey }: Start['bindings']): Record<string, unknown> {
  return binding({
    name: () => journey.name,
    identityResource: () => journey.identityResource,
    innerJourney: () => journey.innerJourney,
    mustRun: () => journey.mustRun,
  });
}

/** Why a method gives null, in the script's log. */
function refusal(native: Native, method: string): Refuse {
  return (why) => {
    logLine(native, 'error', `${method}: ${why}`);
    return null;
  };
}

/** Bindings of evaluator version 2.0 by script context, as AM's `contexts` endpoint lists them. */
export function exposeNextGen({ start, native, ask, state, random, outcome, sent }: Parts): void {
  const { bindings, context, scriptName } = start;
  const crypto = createCrypto(native);
  exposeCommon(bindings, scriptName, ask);
  exposeAll({
    ...javaWorld,
    nodeState: nodeStateBinding(state),
    openidm: openidmBinding(ask),
    idRepository: idRepositoryBinding(ask),
    httpClient: httpClientBinding(ask, native),
    logger: loggerBinding(native, scriptName),
    utils: utilsBinding(random, crypto),
    cookieName: bindings.cookieName,
    policy: policyBinding(ask),
    journey: journeyBinding(bindings),
    locales: localesBinding(bindings.locales),
  });
  if (context === 'CONFIG_PROVIDER_NODE') return;
  expose('systemEnv', systemEnvBinding(ask));
  exposeAll({
    callbacks: callbacksBinding(bindings.callbacks),
    callbacksBuilder: callbacksBuilderBinding(sent),
    action: actionBinding(outcome, bindings.resumeUri),
    requestCookies: stringMap(bindings.requestCookies),
    resumedFromSuspend: bindings.resumedFromSuspend,
    jwtAssertion: jwtAssertionBinding(crypto, random, bindings.now, refusal(native, 'jwtAssertion.generateJwt')),
    jwtValidator: jwtValidatorBinding(crypto, bindings.now, refusal(native, 'jwtValidator.validateJwtClaims'), (what) =>
      logLine(native, 'warn', `jwtValidator.validateJwtClaims: ${what}`),
    ),
    // Documented as unusable in custom nodes, but it is there (facts 6.2).
    require:
      context === 'NODE_DESIGNER' ? () => notSimulated('require in a custom node: library scripts cannot be used there') : requireBinding(native),
    cacheManager: openBinding('cacheManager'),
  });
  if (context === 'NODE_DESIGNER') exposeAll({ properties: java(bindings.properties ?? dictionary()) });
  // Outside SAML and OAuth2 flows both are null.
  else exposeAll({ samlApplication: null, oauthApplication: null });
}
