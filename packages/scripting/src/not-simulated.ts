/**
 * What scripts meet as "not simulated: …" in a realm of Tandem, and why: one list for docs/fidelity.md and for the test that each is said so.
 * A realm's ESVs, secrets, libraries and HTTP stubs answer the rest.
 */
export const notSimulatedInScripts: readonly { call: string; says: string; why: string }[] = [
  { call: 'cacheManager.named("tokens")', says: 'cacheManager.named', why: 'a realm holds neither caches nor Cache Loader scripts' },
  { call: 'cacheManager.exists("tokens")', says: 'cacheManager.exists', why: 'the same' },
  {
    call: 'openidm.read("endpoint/mine")',
    says: 'openidm.read on endpoint/mine; an HTTP stub for GET */openidm/endpoint/mine* would answer it',
    why: "custom endpoints, connectors, synchronisation and configuration are the tenant's own: an HTTP stub of the same REST request answers for them",
  },
  {
    call: 'openidm.action("managed/alpha_user/1", "resetPassword")',
    says: 'openidm.action on managed/alpha_user/1 (resetPassword)',
    why: 'of the actions on managed objects only create and patch have a known effect; a stub answers others',
  },
  { call: 'openidm.read("managed/bravo_user/1")', says: 'openidm.read on managed/bravo_user/1', why: "another realm's users are not in this one" },
  {
    call: 'openidm.patch("managed/alpha_role/1", null, [{ operation: "transform", field: "/a" }])',
    says: 'openidm.patch with operation "transform"',
    why: "it runs a script of IDM's, whose engine is another one",
  },
  { call: 'policy.evaluate({}, "app", [], {})', says: 'policy.evaluate', why: 'a realm holds no policies; an HTTP stub of the REST request answers' },
];
