import type { Binding, BindingSet } from './types.ts';

const DECISIONS: readonly BindingSet[] = ['decision', 'designer', 'library'];
const NEXT: readonly BindingSet[] = [...DECISIONS, 'provider'];
const LEGACY: readonly BindingSet[] = ['legacyDecision', 'legacyProvider'];
const ALL: readonly BindingSet[] = [...NEXT, ...LEGACY];
const LEGACY_DECISION: readonly BindingSet[] = ['legacyDecision'];

const object = (name: string, where: readonly BindingSet[], help: string, type = name): Binding => ({ name, kind: 'object', type, help, where });
const value = (name: string, where: readonly BindingSet[], help: string): Binding => ({ name, kind: 'value', help, where });

/** Every name that AM gives to scripts, and where. */
export const bindings: readonly Binding[] = [
  object('nodeState', NEXT, 'Node state of this journey: shared, transient and secure.'),
  object('nodeState', LEGACY, 'Node state of this journey: shared, transient and secure. Values are JsonValues.', 'legacyNodeState'),
  object('sharedState', LEGACY_DECISION, 'Shared state alone, a Java map.'),
  object('transientState', LEGACY_DECISION, 'Transient state alone, a Java map.'),
  object('action', DECISIONS, 'How the visit ends: an outcome, a suspension, session properties.'),
  object('callbacks', DECISIONS, 'What the client answered to the callbacks of this node; empty on the first visit.'),
  object('callbacks', LEGACY_DECISION, 'Answered callbacks, a Java list of callback objects; empty on the first visit.', 'list'),
  object('callbacksBuilder', DECISIONS, 'Asks the client for something: each call adds a callback, and they are sent when the script ends.'),
  object('openidm', NEXT, "IDM's records: users and other managed objects."),
  object('idRepository', NEXT, "AM's identities, with AM's attribute names."),
  object('idRepository', LEGACY, "AM's identities: attributes by user and name.", 'legacyIdRepository'),
  object('httpClient', ALL, "HTTP requests. Nothing reaches the network here: the realm's HTTP stubs answer."),
  object('logger', NEXT, "AM's log; lines are shown in the events of a simulation."),
  object('logger', LEGACY, "AM's log; lines are shown in the events of a simulation.", 'legacyLogger'),
  object('utils', NEXT, 'Base64, random values, cryptography, text and bytes.'),
  object('secrets', ALL, 'Secrets of the realm.'),
  object('systemEnv', [...DECISIONS, ...LEGACY], 'Environment variables and secrets (ESVs).'),
  object('policy', NEXT, "AM's policies."),
  object('journey', NEXT, 'The journey that runs the script (AM 8.1).'),
  object('locales', NEXT, "The client's languages (AM 8.1)."),
  object('jwtAssertion', DECISIONS, 'Makes JWTs.'),
  object('jwtValidator', DECISIONS, 'Checks JWTs.'),
  object('cacheManager', DECISIONS, 'Caches of the tenant (AM 8.1).'),
  object('requestHeaders', ALL, 'Headers of the request: requestHeaders.get("user-agent").get(0).', 'requestMap'),
  object('requestParameters', ALL, 'Query parameters of the request that started the journey.', 'requestMap'),
  object('requestCookies', DECISIONS, 'Cookies of the request.', 'map'),
  object('existingSession', ALL, 'Properties of the session that the request brought; undefined without one.', 'map'),
  object('properties', ['designer'], 'Settings of this custom node, by name.', 'map'),
  value('samlApplication', ['decision', 'library'], 'The SAML application that started the journey; null outside of SAML.'),
  value('oauthApplication', ['decision', 'library'], 'The OAuth2 client that started the journey; null outside of OAuth2.'),
  value('realm', ALL, 'Path of the realm, such as "/alpha".'),
  value('scriptName', ALL, 'Name of this script.'),
  value('cookieName', NEXT, "Name of AM's session cookie."),
  value('resumedFromSuspend', [...DECISIONS, ...LEGACY_DECISION], 'Whether the journey was suspended and has just been resumed.'),
  { name: 'require', kind: 'function', help: 'What a library script exports: require("name").', where: DECISIONS },
  { name: 'JavaImporter', kind: 'function', help: "Java classes of AM's allow-list under their short names.", where: ALL },
];

/** Variables that a script leaves for AM, by set. */
export const results: readonly Binding[] = [
  value(
    'outcome',
    [...DECISIONS, ...LEGACY_DECISION].filter((set) => set !== 'library'),
    'Set it to the outcome that the node leads to.',
  ),
  value('action', LEGACY_DECISION, 'Set it to fr.Action.goTo("…").build() or fr.Action.send(callbacks).build().'),
  value('config', ['provider', 'legacyProvider'], 'Set it to a map with the settings of the node that is imitated.'),
  value('auditEntryDetail', [...DECISIONS, ...LEGACY_DECISION], 'Text or map for the audit log.'),
  value('exports', ['library'], 'What scripts get that require this library: exports.name = function () { … }.'),
  value('module', ['library'], 'The module itself: module.exports replaces what is exported.'),
];
