import {
  checkStore,
  type EffectAnswer,
  identitiesOf,
  type Model,
  objectsOf,
  type RequestedEffect,
  type Session,
  type SimulationState,
} from '@tandem/engine';
import { matchesFilter, parseQueryFilter } from '@tandem/journey';
import { failedUserPolicies, type ScriptEffect, type ScriptResult } from '@tandem/nodes';
import { createScriptHost, type IdentityStore } from '@tandem/scripting';
import type { ScriptPool } from '@tandem/scripting/node';
import type { Sealer } from '../storage/sealer.ts';
import { knownKeys, plainTexts } from './plain-texts.ts';
import { ScriptPasswords } from './script-passwords.ts';
import { realmAccess } from './script-realm.ts';
import { answerSecret } from './secret-effects.ts';
import { OpenedSecrets } from './secrets.ts';
import { uuidFrom } from './seed.ts';

/** The simulation that an effect belongs to, as far as answering it needs to look. */
export interface EffectWorld {
  /** Its id: a secret opens in the simulation that it was given to, and in no other. */
  readonly simulation: string;
  readonly model: Model;
  readonly state: SimulationState;
  /** Seals and opens its secrets; absent: the place is `simulation`. */
  readonly sealer?: Sealer;
}

export type EffectDriver = (requested: RequestedEffect, world: EffectWorld) => Promise<EffectAnswer>;

/** Answers what visits ask for: scripts in the worker pool, password checks with scrypt. What goes wrong is part of the answer. */
export function createEffectDriver(pool: ScriptPool, sealers: Sealer): EffectDriver {
  return async ({ session, effect }, world) => {
    const sealer = sealerOf(world, sealers);
    if (effect.kind !== 'script') return answerSecret(effect, sealer);
    try {
      return await runScript(effect, session, world, pool, sealers);
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error));
    }
  };
}

async function runScript(effect: ScriptEffect, session: string, world: EffectWorld, pool: ScriptPool, sealers: Sealer): Promise<ScriptResult> {
  const { model, state } = world;
  const sealer = sealerOf(world, sealers);
  const passwords = new ScriptPasswords();
  const identities = identitiesOf(model, state);
  const secrets = new OpenedSecrets(
    sealer,
    plainTexts(effect, identities),
    (text) => connected(model, state.sessions[session]).has(text),
    knownKeys(effect),
  );
  const host = createScriptHost(storeOf(model, state), {
    realm: effect.bindings.realm,
    queryFilter: (text) => {
      const filter = parseQueryFilter(text);
      return (object) => matchesFilter(filter, object);
    },
    origin: originOf(effect),
    failedPolicies: (object, { whole }) => failedUserPolicies(model.realm.services, object, whole),
    uuid: uuids(effect.bindings.seed),
    keepPassword: (password, id) => passwords.keep(password, id),
    ...realmAccess(model.realm, state, sealers, (secret) => secrets.open(sealer.seal(secret))),
  });
  const result = await pool.run(
    { ...effect, language: model.realm.services.scriptLanguage, bindings: secrets.open(effect.bindings) },
    host,
    world.simulation,
  );
  const waited = host.waited();
  const [objectWrites, mails] = [host.objectWrites(), host.mails()];
  const sealed = secrets.seal({ ...result, ...(mails.length > 0 ? { mails } : {}) });
  return {
    ...sealed,
    identityWrites: await passwords.hashed(result.identityWrites),
    ...(objectWrites.length > 0 ? { objectWrites } : {}),
    ...(waited > 0 ? { waited } : {}),
  };
}

/** The identity store as scripts reach it: while it is down, whatever they ask of it throws. */
function storeOf(model: Model, state: SimulationState): IdentityStore {
  const identities = identitiesOf(model, state);
  const objects = objectsOf(model, state);
  const reached = <T>(value: T): T => {
    checkStore(state);
    return value;
  };
  return {
    get: (id) => reached(identities).byId(id),
    all: (kind) => reached(identities).all(kind),
    objects: { byId: (type, id) => reached(objects).byId(type, id), all: (type) => reached(objects).all(type) },
  };
}

function sealerOf({ sealer, simulation }: EffectWorld, sealers: Sealer): Sealer {
  return sealer ?? sealers.within(simulation);
}

/** Scheme and host as the client calls them: the tenant's own, as far as a script can tell. */
function originOf({ bindings }: ScriptEffect): string {
  return /^https?:\/\/[^/]+/.exec(bindings.resumeUri ?? '')?.[0] ?? 'https://localhost';
}

/** Outcomes that lead on in the journey where the session stands. */
function connected(model: Model, session: Session | undefined): ReadonlySet<string> {
  const tree = session && model.tree(session.inner.at(-1)?.journey ?? session.journey);
  return new Set(Object.values(tree?.nodes ?? {}).flatMap(({ connections }) => Object.keys(connections ?? {})));
}

function failed(message: string): ScriptResult {
  return { status: 'error', error: { message }, callbacks: [], sessionProperties: {}, reads: [], writes: [], identityWrites: [], logs: [] };
}

/** Ids that a script makes: the same ones when the same effect runs again. */
function uuids(seed: string): () => string {
  let count = 0;
  return () => uuidFrom(`script:${seed}:${count++}`);
}
