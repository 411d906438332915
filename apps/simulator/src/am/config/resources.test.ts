import { expect, it } from 'vitest';
import { NODES, startConfig } from '../../testing/admin.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const SCRIPT = { name: 'Rain', script: base64('outcome = "wet";'), context: 'AUTHENTICATION_TREE_DECISION_NODE', language: 'JAVASCRIPT' };

it('a script keeps the form in which it came, and whoever runs it', async () => {
  const { ask, realm } = await startConfig();
  await ask('PUT', 'scripts/s', SCRIPT);
  expect(realm().scripts.s?.script).toBe(JSON.stringify('outcome = "wet";'));
  const saved = realm().scripts.s;
  // The same again changes nothing, not even the date.
  expect((await ask('PUT', 'scripts/s', SCRIPT)).status).toBe(200);
  expect(realm().scripts.s).toBe(saved);
});

it.each([
  ['no name', { ...SCRIPT, name: '' }, 400],
  ['a source that is not base64', { ...SCRIPT, script: 'outcome = 1;' }, 400],
  ['bytes that are no text', { ...SCRIPT, script: 'gIGC' }, 400],
])('a script with %s is refused', async (_, body, status) => {
  const { ask } = await startConfig();
  expect((await ask('PUT', 'scripts/s', body)).status).toBe(status);
});

it('a script that a node runs cannot be deleted', async () => {
  const { ask } = await startConfig();
  await ask('PUT', 'scripts/s', SCRIPT);
  await ask('PUT', `${NODES}/ScriptedDecisionNode/n`, { script: 's', outcomes: ['wet'] });
  const tree = { entryNodeId: 'n', nodes: { n: { nodeType: 'ScriptedDecisionNode', connections: {} } } };
  await ask('PUT', 'realm-config/authentication/authenticationtrees/trees/Rain', tree);
  expect(await ask('DELETE', 'scripts/s')).toMatchObject({ status: 409, json: { reason: 'Conflict' } });
});

it('scripts and realms are found by the short address, too', async () => {
  const { ask } = await startConfig();
  await ask('PUT', '/am/json/alpha/scripts/s', SCRIPT);
  expect((await ask('GET', '/am/json/alpha/scripts?_queryFilter=name+eq+%22rain%22&_pageSize=-1')).json.resultCount).toBe(1);
  expect((await ask('GET', '/am/json/global-config/realms/?_queryFilter=true')).json.result).toMatchObject([
    { _id: 'Lw', name: '/', parentPath: null },
    { _id: 'L2FscGhh', name: 'alpha', parentPath: '/' },
  ]);
});

it('a context tells what a script of its kind finds', async () => {
  const { ask } = await startConfig();
  const { json } = await ask('GET', 'contexts/SCRIPTED_DECISION_NODE');
  const bindings = json.bindings as { name: string; elements: { name: string; parameters?: unknown }[] }[];
  expect(json).toMatchObject({ _id: 'SCRIPTED_DECISION_NODE', evaluatorVersions: { JAVASCRIPT: ['2.0'] } });
  expect(bindings.find(({ name }) => name === 'nodeState')?.elements).toContainEqual({
    elementType: 'method',
    name: 'putShared',
    parameters: [{ name: 'key' }, { name: 'value' }],
  });
  expect((await ask('GET', 'contexts/NO_SUCH')).status).toBe(404);
});

it('the transaction service’s seconds are a text, and the realm’s own setting', async () => {
  const { ask, realm } = await startConfig();
  expect((await ask('GET', 'realm-config/services/transaction')).json).toMatchObject({ timeToLive: '180' });
  expect((await ask('PUT', 'realm-config/services/transaction', { timeToLive: '60' })).json).toMatchObject({ timeToLive: '60' });
  expect(realm().services.transactionTimeToLive).toBe(60);
  expect((await ask('PUT', 'realm-config/services/transaction', { timeToLive: 'soon' })).status).toBe(400);
});

it('SAML entities are told in short, and in full at their place', async () => {
  const { ask } = await startConfig();
  const made = await ask('POST', 'realm-config/saml2/hosted/?_action=create', { entityId: 'urn:rain', serviceProvider: { services: {} } });
  expect(made).toMatchObject({ status: 201, json: { _id: 'dXJuOnJhaW4', entityId: 'urn:rain' } });
  const short = { _id: 'dXJuOnJhaW4', entityId: 'urn:rain', location: 'hosted', roles: ['serviceProvider'] };
  expect((await ask('GET', 'realm-config/saml2?_queryFilter=true')).json).toMatchObject({ result: [short], totalPagedResults: 1 });
  expect((await ask('GET', 'realm-config/saml2/remote/dXJuOnJhaW4')).status).toBe(404);
  const xml = '<EntityDescriptor entityID="urn:sun"><IDPSSODescriptor/></EntityDescriptor>';
  await ask('POST', 'realm-config/saml2/remote/?_action=importEntity', { standardMetadata: Buffer.from(xml).toString('base64url') });
  expect((await ask('GET', '/am/saml2/jsp/exportmetadata.jsp?entityid=urn%3Asun&realm=alpha')).text).toBe(xml);
});

it('social providers are listed together, and each is found by type and name', async () => {
  const { ask } = await startConfig();
  const providers = 'realm-config/services/SocialIdentityProviders';
  const google = { _type: { _id: 'googleConfig', name: 'Google', collection: true }, clientId: 'x' };
  expect((await ask('PUT', `${providers}/googleConfig/google`, google)).status).toBe(201);
  expect((await ask('POST', `${providers}?_action=nextdescendents`, {})).json.result).toEqual([{ _id: 'google', ...google }]);
  expect((await ask('GET', `${providers}/oidcConfig/google`)).status).toBe(404);
});

it('a custom node type that AM would not take is refused; one in use tells where', async () => {
  const { ask } = await startConfig();
  const types = '/am/json/node-designer/node-type';
  const type = { serviceName: 'a'.repeat(32), displayName: 'Rain', outcomes: ['wet'], script: 'action.goTo("wet");', properties: {} };
  expect((await ask('POST', types, { ...type, outcomes: [] })).status).toBe(400);
  expect((await ask('POST', types, { ...type, colour: 'grey' })).status).toBe(400);
  expect((await ask('POST', types, type)).status).toBe(201);
  const tree = { entryNodeId: 'n', nodes: { n: { nodeType: `designer-${type.serviceName}`, connections: {} } } };
  await ask('PUT', 'realm-config/authentication/authenticationtrees/trees/Rain', tree);
  expect((await ask('POST', `${types}/${type.serviceName}-1?_action=journeys`)).json).toEqual({ '/alpha': { Rain: ['n'] } });
});

it('an action or a write that there is none of is said to be unsupported', async () => {
  const { ask } = await startConfig();
  expect((await ask('POST', 'scripts?_action=explode', {})).status).toBe(501);
  expect((await ask('PUT', '/am/json/global-config/realms/Lw', {})).status).toBe(501);
});
