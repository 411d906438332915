import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILURE_NODE_ID, type JsonObject, SUCCESS_NODE_ID } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from '../passwords.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { runOf, type Step, startSimulator, type TestRun } from '../testing/simulator.ts';

/** Journeys that change users: in `/am` the realm's own, in a simulation its copy alone. */

const PASSWORD = 'Opensesame-77';
const nodes: Record<string, { type: string; config?: JsonObject; to: Record<string, string> }> = {
  Name: { type: 'ValidatedUsernameNode', config: { validateInput: true }, to: { outcome: 'Password' } },
  Password: { type: 'ValidatedPasswordNode', config: { validateInput: true }, to: { outcome: 'Rest' } },
  Rest: { type: 'AttributeCollectorNode', config: { attributesToCollect: ['givenName', 'sn', 'mail'] }, to: { outcome: 'Create' } },
  Create: { type: 'CreateObjectNode', config: { identityResource: 'managed/alpha_user' }, to: { CREATED: 'Count', FAILURE: FAILURE_NODE_ID } },
  Count: { type: 'IncrementLoginCountNode', to: { outcome: SUCCESS_NODE_ID } },
};

const registration: JsonObject = {
  tree: {
    _id: 'Register',
    entryNodeId: 'Name',
    identityResource: 'managed/alpha_user',
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, { type, to }]) => [id, { nodeType: type, displayName: id, connections: to }])),
  },
  nodes: Object.fromEntries(Object.entries(nodes).map(([id, { type, config }]) => [id, { ...config, _id: id, _type: { _id: type } }])),
};

async function register(run: Pick<TestRun, 'start' | 'answer'>): Promise<Step> {
  const name = await run.answer(await run.start('Register'), 'bnew');
  const weak = await run.answer(name, 'weak');
  expect(JSON.stringify(weak.body.callbacks)).toContain('AT_LEAST_X_NUMBERS');
  return run.answer(await run.answer(weak, PASSWORD), 'Barbara', 'New', 'bnew@example.com');
}

describe('a user who registers', () => {
  it('in a simulation is its own alone', async () => {
    const simulator = await startSimulator();
    await simulator.import(registration);
    const run = await simulator.create();
    expect(await register(run)).toMatchObject({ status: 200, body: { tokenId: expect.any(String) } });
    expect(simulator.identity('bnew')).toBeUndefined();
  });

  it("under /am is the realm's, with a hash that only the password fits, and stays so", async () => {
    const folder = temporaryFolder();
    const simulator = await startSimulator(folder);
    await simulator.import(registration);
    const base = '/am/json/realms/root/realms/alpha/authenticate';
    const call: typeof simulator.call = (method, path, body) =>
      simulator.call(method, path.replace(/^\/sim\/live\/am\/json.*authenticate/, base), body);
    expect((await register(runOf(call, 'live'))).status).toBe(200);
    await expect.poll(() => simulator.identity('bnew')?._meta).toMatchObject({ loginCount: 1 });
    const user = simulator.identity('bnew');
    expect(user).toMatchObject({ kind: 'user', givenName: 'Barbara', mail: 'bnew@example.com', accountStatus: 'active' });
    expect(await verifyPassword(PASSWORD, String(user?.passwordHash))).toBe(true);
    expect(await verifyPassword('weak', String(user?.passwordHash))).toBe(false);
    const after = await simulator.restart();
    expect(after.identity('bnew')).toEqual(user);
    const files = readdirSync(folder).filter((name) => name.startsWith('tandem.db'));
    expect(files.map((name) => readFileSync(join(folder, name)).toString('utf8')).join('')).not.toContain(PASSWORD);
  });
});
