import { expect, it } from 'vitest';
import { startConfig, TREES } from '../../testing/admin.ts';

const END = '70e691a5-1e33-4ac3-a356-e7b6d60d92e0';
const tree = { entryNodeId: END, nodes: {}, description: 'Straight to Success', enabled: true };

it('a tree is created, replaced, read and deleted by its name', async () => {
  const { ask, realm } = await startConfig();
  const created = await ask('PUT', `${TREES}/In%20and%20out`, tree);
  expect(created).toMatchObject({ status: 201, json: { _id: 'In and out', ...tree, innerTreeOnly: false } });
  expect(created.headers).toMatchObject({ etag: `"${created.json._rev}"`, 'content-api-version': 'resource=1.0' });
  expect(created.headers.location).toMatch(/^http:\/\/.*\/trees\/In%20and%20out$/);
  // Kept as it came: absence is kept.
  expect(realm().journeys['In and out']?.tree).toEqual({ _id: 'In and out', ...tree });
  expect(await ask('PUT', `${TREES}/In%20and%20out`, { ...tree, _id: 'In and out', _rev: '1' })).toMatchObject({
    status: 200,
    json: { _rev: created.json._rev },
  });
  expect((await ask('GET', `${TREES}/In%20and%20out`)).json).toEqual({ _id: 'In and out', _rev: created.json._rev, ...tree });
  expect(await ask('DELETE', `${TREES}/In%20and%20out`)).toMatchObject({ status: 200, json: { _id: 'In and out', ...tree } });
  expect(await ask('GET', `${TREES}/In%20and%20out`)).toMatchObject({ status: 404, json: { code: 404, reason: 'Not Found', message: 'Not Found' } });
});

it('a tree with an attribute that AM does not know is refused with those it knows', async () => {
  const { ask } = await startConfig();
  const { status, json } = await ask('PUT', `${TREES}/X`, { ...tree, colour: 'red', mustRun: true });
  expect(status).toBe(400);
  expect(json).toMatchObject({
    message: 'Invalid attribute specified.',
    detail: { validAttributes: expect.arrayContaining(['entryNodeId', 'mustRun']) },
  });
});

it.each([
  ['no entry node', { nodes: {} }, 'Node with ID entryNodeId must exist in the tree.'],
  ['nodes that are none', { ...tree, nodes: { a: 'bad' } }, 'Data validation failed for the attribute, Nodes'],
])('a tree with %s is refused', async (_, body, message) => {
  const { ask } = await startConfig();
  expect(await ask('PUT', `${TREES}/X`, body)).toMatchObject({ status: 400, json: { reason: 'Bad Request', message } });
});

it('a tree may name nodes that the realm lacks', async () => {
  const { ask } = await startConfig();
  const nodes = { gone: { nodeType: 'MessageNode', displayName: 'Gone', connections: { true: 'nowhere' } } };
  expect(await ask('PUT', `${TREES}/X`, { entryNodeId: 'gone', nodes })).toMatchObject({ status: 201, json: { nodes } });
});

it('preconditions hold: create only, change only what is still the same', async () => {
  const { ask } = await startConfig();
  const created = await ask('PUT', `${TREES}/X`, tree, { headers: { 'if-none-match': '*' } });
  expect(created.status).toBe(201);
  expect((await ask('PUT', `${TREES}/X`, tree, { headers: { 'if-none-match': '*' } })).status).toBe(412);
  expect((await ask('PUT', `${TREES}/X`, tree, { headers: { 'if-match': '"7"' } })).status).toBe(412);
  expect((await ask('PUT', `${TREES}/X`, { ...tree, enabled: false }, { headers: { 'if-match': `"${created.json._rev}"` } })).status).toBe(200);
  expect((await ask('PUT', `${TREES}/Y`, tree, { headers: { 'if-match': '*' } })).status).toBe(404);
  const { json } = await ask('GET', `${TREES}/X`);
  expect((await ask('GET', `${TREES}/X`, undefined, { headers: { 'if-none-match': `"${json._rev}"` } })).status).toBe(304);
});

it('a query is filtered, cut into pages and told in AM’s form', async () => {
  const { ask } = await startConfig();
  expect((await ask('GET', `${TREES}?_queryFilter=true&_pageSize=-1`)).json).toMatchObject({
    result: [{ _id: 'Login' }, { _id: 'Other' }],
    resultCount: 2,
    pagedResultsCookie: null,
    totalPagedResultsPolicy: 'NONE',
    totalPagedResults: -1,
    remainingPagedResults: -1,
  });
  const one = await ask('GET', `${TREES}?_queryFilter=_id+sw+%22O%22&_fields=entryNodeId`);
  expect(one.json.result).toEqual([{ _id: 'Other', _rev: expect.any(String), entryNodeId: 'node-Other' }]);
  const first = await ask('GET', `${TREES}?_queryFilter=true&_pageSize=1`);
  expect(first.json).toMatchObject({ result: [{ _id: 'Login' }], pagedResultsCookie: '1' });
  expect((await ask('GET', `${TREES}?_queryFilter=true&_pageSize=1&_pagedResultsCookie=1`)).json).toMatchObject({ result: [{ _id: 'Other' }] });
  expect((await ask('GET', `${TREES}?_queryFilter=(`)).status).toBe(400);
});

it('a realm is named in each of the forms that clients use; the root realm is empty', async () => {
  const { ask } = await startConfig();
  for (const prefix of ['/am/json/realms/root/realms/alpha', '/am/json/alpha', '/am/json/realms/alpha'])
    expect((await ask('GET', `${prefix}/${TREES}/Login`)).status).toBe(200);
  expect((await ask('GET', `/am/json/realms/root/${TREES}?_queryFilter=true`)).json.result).toEqual([]);
  expect((await ask('GET', `/am/json/beta/${TREES}?_queryFilter=true`)).status).toBe(404);
});

it('what arrives this way is told to open designers, and a deleted tree leaves a backup', async () => {
  const { ask, realms, history } = await startConfig();
  const told: string[] = [];
  realms.subscribe(({ changes }) => told.push(...changes.map(({ kind, key }) => `${kind} ${key}`)));
  await ask('PUT', `${TREES}/X`, tree);
  await ask('DELETE', `${TREES}/X`);
  expect(told).toEqual(['journeys X', 'journeys X']);
  expect(await history.backups('alpha')).toMatchObject([{ note: 'X' }]);
});
