import type { Json, ScriptMail } from '../types.ts';
import { HostFailure, notSimulated } from './failure.ts';
import { idRepository } from './id-repository.ts';
import { createManagedTypes } from './managed-types.ts';
import { type IdmWorld, openidm } from './openidm.ts';
import { createOverlay } from './overlay.ts';
import { evaluatePolicies, type Stubbed } from './rest.ts';
import { answeredText, NO_STUB } from './stub-texts.ts';
import type { HostAnswer, HostCall, IdentityStore, ScriptHost, ScriptHostOptions } from './types.ts';

function http(args: readonly Json[], stubbed: Stubbed): Json {
  const uri = String(args[0]);
  const method = String(args[1] ?? 'GET').toUpperCase();
  const stub = stubbed({ method, uri, options: args[2] ?? {} });
  if (!stub) throw new HostFailure(`${NO_STUB}${method} ${uri} - nothing in a simulation reaches the network`);
  return { status: stub.status, statusText: stub.statusText ?? '', headers: stub.headers ?? {}, body: stub.body };
}

function systemEnv(method: string, args: readonly Json[], options: ScriptHostOptions): Json {
  if (!options.variable || method !== 'getProperty') return notSimulated(`systemEnv.${method}`);
  return options.variable(String(args[0])) ?? null;
}

function secret(args: readonly Json[], options: ScriptHostOptions): Json {
  if (!options.secret) return notSimulated('secrets.getGenericSecret');
  const value = options.secret(String(args[0]));
  if (value === undefined) throw new HostFailure(`org.forgerock.secrets.NoSuchSecretException: No secret found for purpose ${String(args[0])}`);
  return value;
}

function library(args: readonly Json[], options: ScriptHostOptions): Json {
  const name = String(args[0]);
  if (!options.library) return notSimulated(`require("${name}")`);
  const source = options.library(name);
  if (source === undefined) throw new HostFailure(`Library script '${name}' not found`);
  return source;
}

/**
 * The world of one script run: identities with what this script wrote laid over them, HTTP stubs, variables. Make a new one for each run.
 * Answers never throw: whatever goes wrong is thrown inside the script.
 *
 * @param store identities of the simulation; never changed, the writes are in `identityWrites()`
 */
export function createScriptHost(
  store: IdentityStore,
  options: ScriptHostOptions,
): Required<Pick<ScriptHost, 'identityWrites' | 'objectWrites' | 'mails' | 'waited'>> & ScriptHost {
  const overlay = createOverlay(store);
  let waited = 0;
  const types = createManagedTypes(store.objects);
  const mails: ScriptMail[] = [];
  /** The call that is being answered, and what the log is to say of it. */
  let calling: HostCall['binding'] = 'httpClient';
  let said: string | undefined;
  const stubbed: Stubbed = (request) => {
    const stub = options.http?.(request);
    waited += stub?.delayMs ?? 0;
    if (stub) said = answeredText(calling, request, stub);
    return stub;
  };
  const world: IdmWorld = { overlay, types, mails, stubbed, options };
  function value({ binding, method, args }: HostCall): Json {
    switch (binding) {
      case 'openidm':
        return openidm(method, args, world);
      case 'idRepository':
        return idRepository(method, args, overlay, options);
      case 'httpClient':
        return http(args, stubbed);
      case 'policy':
        return evaluatePolicies(options.origin ?? 'https://localhost', options.realm, args, stubbed);
      case 'systemEnv':
        return systemEnv(method, args, options);
      case 'secrets':
        return secret(args, options);
      case 'require':
        return library(args, options);
      default:
        return notSimulated(`${String(binding)}.${method}`);
    }
  }
  function answer(call: HostCall): HostAnswer {
    calling = call.binding;
    said = undefined;
    try {
      const given = value(call);
      return { ok: true, value: given, log: said };
    } catch (error) {
      return {
        ok: false,
        log: said,
        message: error instanceof Error ? error.message : String(error),
        code: error instanceof HostFailure ? error.code : undefined,
      };
    }
  }
  return Object.assign(answer, {
    identityWrites: () => overlay.writes(),
    objectWrites: () => types.writes(),
    mails: () => mails,
    waited: () => waited,
  });
}
