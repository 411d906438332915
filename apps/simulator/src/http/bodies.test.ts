import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { oneNodeJourney } from '../testing/realm.ts';
import { startTestServer } from '../testing/server.ts';
import { JSON_LIMIT, MEGABYTE } from './body.ts';

const path = '/api/realms/alpha/journeys/New';
const valid = '{"baseVersion":0,"tree":{"_id":"New"},"nodes":{},"scripts":{}}';

describe('a body that cannot be read is answered with what is wrong and where', () => {
  it.each([
    ['empty', '', 400, /empty/, undefined],
    ['not JSON', 'hello', 400, /line 1, column 1/, undefined],
    ['truncated', valid.slice(0, 30), 400, /line 1, column 31/, undefined],
    ['with a trailing comma', '{"baseVersion":0,\n}', 400, /line 2, column 1/, 'a key in double quotes'],
    ['with a key twice', valid.replace('"nodes"', '"baseVersion":1,"nodes"'), 400, /"baseVersion" appears twice/, 'each key once'],
    ['with __proto__', valid.replace('"nodes":{}', '"nodes":{"__proto__":{"polluted":true}}'), 400, /__proto__/, 'another name'],
    ['with constructor', valid.replace('"nodes":{}', '"nodes":{"constructor":{"polluted":true}}'), 400, /constructor/, 'another name'],
    ['nested too deep', `${'['.repeat(5000)}${']'.repeat(5000)}`, 400, /nest/, undefined],
    ['of another type', '[]', 400, /expected object/, 'object'],
    ['without a field', '{"baseVersion":0,"nodes":{},"scripts":{}}', 400, /expected object/, 'object'],
  ])('%s', async (_what, raw, status, message, expected) => {
    const { call } = await startTestServer();
    const reply = await call('PUT', path, { raw });
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json).toMatchObject({
      status,
      errors: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringMatching(message) as string, ...(expected ? { expected } : {}) }),
      ]) as unknown,
    });
    expect(reply.text).not.toMatch(/\bat .*\.ts|node_modules/);
    expect({}).not.toHaveProperty('polluted');
  });

  it('not UTF-8', async () => {
    const { call } = await startTestServer();
    const reply = await call('PUT', path, { raw: Buffer.from([0x22, 0xff, 0xfe, 0x22]) });
    expect([reply.status, reply.json]).toMatchObject([400, { detail: 'The body is not valid UTF-8.' }]);
  });

  it('compressed', async () => {
    const { call } = await startTestServer();
    const reply = await call('PUT', path, { raw: gzipSync(valid), headers: { 'Content-Encoding': 'gzip' } });
    expect([reply.status, reply.json]).toMatchObject([415, { errors: [{ field: 'Content-Encoding' }] }]);
  });

  it('too large, announced or not', async () => {
    const { call } = await startTestServer();
    const raw = Buffer.alloc(JSON_LIMIT + 1, 0x20);
    for (const chunked of [false, true]) {
      const reply = await call('PUT', path, { raw, chunked });
      expect([reply.status, reply.json]).toMatchObject([413, { errors: [{ expected: `at most 16 MB (${JSON_LIMIT} bytes)` }] }]);
    }
    expect((await call('PUT', path, { raw: valid })).status).toBe(200);
  });

  it('an import larger than its limit', async () => {
    const { call } = await startTestServer();
    const reply = await call('POST', '/api/realms/alpha/import', { raw: Buffer.alloc(64 * MEGABYTE + 1, 0x20) });
    expect([reply.status, reply.json]).toMatchObject([413, { errors: [{ expected: 'at most 64 MB (67108864 bytes)' }] }]);
  });

  it("a file at the import's limit is read", async () => {
    const { call } = await startTestServer();
    const { journey, node } = oneNodeJourney('Big', 'big-node');
    const file = JSON.stringify({ meta: {}, trees: { Big: { tree: journey.tree, nodes: { [node._id]: node } } } });
    const reply = await call('POST', '/api/realms/alpha/import', { raw: file.padEnd(64 * MEGABYTE, ' ') });
    expect([reply.status, reply.json]).toMatchObject([200, { created: [{ kind: 'nodes' }, { kind: 'journeys', id: 'Big' }] }]);
  });
});

it('does not mind a client that leaves in the middle of its body', async () => {
  const { call, port } = await startTestServer();
  const socket = connect(port, '127.0.0.1');
  socket.write(`PUT ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"base`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  expect((await call('GET', '/healthz')).json).toEqual({ status: 'ok' });
});
