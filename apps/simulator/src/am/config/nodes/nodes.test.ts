import { expect, it } from 'vitest';
import { NODES, startConfig } from '../../../testing/admin.ts';

const RAIN = { message: { en: 'Does it rain?' }, messageYes: {}, messageNo: {} };
const invalid = (label: string) => ({ status: 400, json: { message: `Data validation failed for the attribute, ${label}` } });

it('a node is kept as it was sent, and told with its type and outcomes', async () => {
  const { ask, realm } = await startConfig();
  expect(await ask('PUT', `${NODES}/InnerTreeEvaluatorNode/n1`, { tree: 'Login', displayErrorOutcome: true })).toMatchObject({
    status: 201,
    json: {
      _id: 'n1',
      _type: { _id: 'InnerTreeEvaluatorNode', name: 'Inner Tree Evaluator', collection: true },
      _outcomes: [{ id: 'true' }, { id: 'false' }, {}],
    },
  });
  expect((await ask('PUT', `${NODES}/InnerTreeEvaluatorNode/n2`, { tree: 'Login' })).json).toMatchObject({ displayErrorOutcome: false });
  expect(realm().nodes['InnerTreeEvaluatorNode/n2']).not.toHaveProperty('displayErrorOutcome');
});

it('an attribute that the type does not have is refused with those it has', async () => {
  const { ask } = await startConfig();
  const { status, json } = await ask('PUT', `${NODES}/MessageNode/n`, { ...RAIN, bogus: 1 });
  expect(status).toBe(400);
  expect(json).toMatchObject({
    message: 'Invalid attribute specified.',
    detail: { validAttributes: expect.arrayContaining(['message', 'messageYes']) },
  });
  // Of types that are only known by name nothing is known to be wrong.
  expect((await ask('PUT', `${NODES}/SelectIdPNode/n`, { bogus: 1 })).status).toBe(201);
});

it.each([
  ['MessageNode', { ...RAIN, message: 'no map' }, 'Message'],
  ['InnerTreeEvaluatorNode', { tree: 'Nowhere' }, 'Tree Name'],
  ['ScriptedDecisionNode', { script: 'no-such-script', outcomes: ['a'] }, 'Script'],
])('a %s with a value that AM would not take is refused', async (type, body, label) => {
  const { ask } = await startConfig();
  expect(await ask('PUT', `${NODES}/${type}/n`, body)).toMatchObject(invalid(label));
});

it('a backchannel journey may come after the node that starts it, and a script may be missing yet', async () => {
  const { ask } = await startConfig();
  expect((await ask('PUT', `${NODES}/BackChannelInitNode/n`, { tree: 'Later' })).status).toBe(201);
  expect((await ask('PUT', `${NODES}/ScriptedDecisionNode/n`, { script: '[Empty]', outcomes: [] })).status).toBe(201);
});

it('an unknown type is not found', async () => {
  const { ask } = await startConfig();
  expect(await ask('PUT', `${NODES}/NoSuchNode/n`, {})).toMatchObject({ status: 404, json: { message: 'Not Found' } });
  expect((await ask('POST', `${NODES}/NoSuchNode?_action=schema`, {})).status).toBe(404);
});

it('with a version in the address the node is of that version', async () => {
  const { ask } = await startConfig();
  const headers = { 'accept-api-version': 'protocol=2.1,resource=3.0' };
  const put = await ask('PUT', `${NODES}/ValidatedUsernameNode/2.0/n`, { usernameAttribute: 'userName' }, { headers });
  expect(put).toMatchObject({ status: 201, json: { _type: { version: '2.0' } }, headers: { 'content-api-version': 'resource=3.0' } });
  expect((await ask('GET', `${NODES}/ValidatedUsernameNode/n`)).json._type).toMatchObject({ version: '2.0' });
  expect((await ask('GET', `${NODES}/ValidatedUsernameNode/1.0/n`)).status).toBe(404);
  expect((await ask('GET', `${NODES}/ValidatedUsernameNode/2.0?_queryFilter=true`)).json.resultCount).toBe(1);
});

it('the types are listed, and each is described', async () => {
  const { ask } = await startConfig();
  const all = (await ask('POST', `${NODES}?_action=getAllTypes`, {})).json.result as { _id: string }[];
  expect(all.length).toBeGreaterThan(200);
  expect(all.find(({ _id }) => _id === 'PageNode')).toMatchObject({
    collection: true,
    tags: ['utilities'],
    metadata: { pageNodeCompatibility: 'unsupported' },
  });
  const of = async (type: string, action: string, body = {}) => (await ask('POST', `${NODES}/${type}?_action=${action}`, body)).json;
  expect(await of('ScriptedDecisionNode', 'template')).toEqual({ script: '[Empty]', outcomes: [], outputs: ['*'], inputs: ['*'] });
  expect(await of('PollingWaitNode', 'getType')).toMatchObject({ _id: 'PollingWaitNode', name: 'Polling Wait Node' });
  expect(await of('PollingWaitNode', 'schema')).toMatchObject({
    type: 'object',
    properties: { secondsToWait: { propertyOrder: 100, type: 'integer' } },
  });
  expect(await of('PollingWaitNode', 'listOutcomes', { exitable: true })).toMatchObject([{ id: 'DONE' }, { id: 'EXITED' }]);
  expect(await of('PollingWaitNode', 'configProviderScript')).toEqual({ script: expect.stringMatching(/^config = \{$/m) });
});

it('the outcomes of a page are those of the nodes that come with it', async () => {
  const { ask } = await startConfig();
  const child = { _id: 'c', nodeType: 'MessageNode', displayName: 'Ask', _properties: RAIN };
  const { json } = await ask('POST', `${NODES}/PageNode?_action=listOutcomes`, { nodes: [child] });
  expect(json).toMatchObject([{ id: 'true' }, { id: 'false' }]);
});

it('a node is made under an id of its own, and all nodes are listed', async () => {
  const { ask } = await startConfig();
  const { status, json, headers } = await ask('POST', `${NODES}/MessageNode?_action=create`, RAIN);
  expect({ status, id: json._id }).toEqual({ status: 201, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(headers.location).toMatch(new RegExp(`/nodes/MessageNode/${json._id}$`));
  expect((await ask('POST', `${NODES}?_action=nextdescendents`, {})).json.result).toHaveLength(3);
});

it('a node that a journey shows counts its version up, so that an open designer is not overwritten', async () => {
  const { ask, realms } = await startConfig();
  const before = realms.load('alpha')?.revision('journeys', 'Login')?.version ?? 0;
  await ask('PUT', `${NODES}/MessageNode/node-Login`, RAIN);
  expect(realms.load('alpha')?.revision('journeys', 'Login')?.version).toBeGreaterThan(before);
});
