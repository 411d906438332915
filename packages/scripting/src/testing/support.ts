import { createScriptHost } from '../host/script-host.ts';
import type { IdentityStore, ScriptHost, ScriptHostOptions } from '../host/types.ts';
import type { Identity, Json, ScriptBindings, ScriptEffect } from '../types.ts';

export const bjensen: Identity = {
  _id: '7d9f3a1e-0c3b-4f6e-9a55-1f2b3c4d5e6f',
  kind: 'user',
  userName: 'bjensen',
  mail: 'bjensen@example.com',
  givenName: 'Barbara',
  sn: 'Jensen',
  passwordHash: 'scrypt$1$salt$hash',
};
export const scarter: Identity = {
  _id: '2b6c1d7a-9e44-4a0a-8b7e-5a4b3c2d1e0f',
  kind: 'user',
  userName: 'scarter',
  mail: 'scarter@example.com',
  givenName: 'Sam',
  sn: 'Carter',
};
const webagent: Identity = { _id: '5f0e7c2a-1111-4222-8333-444455556666', kind: 'agent', userName: 'webagent1' };

export function storeOf(...identities: Identity[]): IdentityStore {
  return { get: (id) => identities.find(({ _id }) => _id === id), all: (kind) => identities.filter((identity) => identity.kind === kind) };
}
export const people = storeOf(bjensen, scarter, webagent);

/** Enough of a query filter for tests: `/field eq 'value'`, `field sw "value"`, `true`. */
export function queryFilter(text: string): (object: Record<string, Json>) => boolean {
  if (text === 'true') return () => true;
  const match = /^\/?(\w+) (eq|sw) ["']([^"']*)["']$/.exec(text);
  if (!match) throw new Error('expected <field> eq "<value>"');
  const [, field = '', operator, wanted = ''] = match;
  return (object) => (operator === 'eq' ? object[field] === wanted : String(object[field] ?? '').startsWith(wanted));
}

export function hostOf(store: IdentityStore = people, options: Partial<ScriptHostOptions> = {}): ReturnType<typeof createScriptHost> {
  let ids = 0;
  return createScriptHost(store, { realm: '/alpha', queryFilter, uuid: () => `new-${++ids}`, ...options });
}
export const noHost: ScriptHost = () => ({ ok: false, message: 'no host in this test' });

export function bindingsOf(bindings: Partial<ScriptBindings> = {}): ScriptBindings {
  return {
    shared: {},
    transient: {},
    secure: {},
    callbacks: [],
    realm: '/alpha',
    cookieName: 'iPlanetDirectoryPro',
    requestHeaders: {},
    requestParameters: {},
    requestCookies: {},
    resumedFromSuspend: false,
    journey: { name: 'Login', identityResource: 'managed/alpha_user', innerJourney: false, mustRun: false },
    locales: ['en'],
    resumeUri: 'https://am.example.com/am/XUI/?realm=/alpha&suspendedId=id',
    now: Date.UTC(2026, 0, 2, 3, 4, 5),
    seed: '00112233445566778899aabbccddeeff',
    ...bindings,
  };
}

export function effectOf(source: string, bindings: Partial<ScriptBindings> = {}, effect: Partial<ScriptEffect> = {}): ScriptEffect {
  return {
    kind: 'script',
    context: 'SCRIPTED_DECISION_NODE',
    engine: 'next-gen',
    scriptId: 'script-1',
    scriptName: 'Test Script',
    source,
    bindings: bindingsOf(bindings),
    ...effect,
  };
}

/** A callback as the client answered it. */
export function answered(
  type: string,
  value: Json,
  output: Record<string, Json> = {},
  more: Record<string, Json> = {},
): ScriptBindings['callbacks'][number] {
  return { type, output: Object.entries(output).map(([name, item]) => ({ name, value: item })), values: { '': value, ...more } };
}
