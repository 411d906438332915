import { expect, it } from 'vitest';
import { runOf, type Step, startSimulator } from '../testing/simulator.ts';

const ENDPOINT = '/am/json/realms/root/realms/alpha/authenticate';

it('in the live realm a client that waits at a node which was deleted is told so, the log says why, and the next start works', async () => {
  const simulator = await startSimulator();
  const post = async (query: string, body?: unknown): Promise<Step> => (await simulator.call('POST', ENDPOINT + query, body)) as Step;
  const begin = '?authIndexType=service&authIndexValue=HelpDeskVerify';
  const step = await post(begin);
  const { id } = (await simulator.call('GET', '/api/realms/alpha/live')).body;
  let deleted = '';
  const whole = async (change: (tree: { nodes: Record<string, unknown>; entryNodeId: string }) => void) =>
    simulator.change(({ journeys }) => {
      const journey = structuredClone(journeys.HelpDeskVerify) as never as { tree: { nodes: Record<string, unknown>; entryNodeId: string } };
      change(journey.tree);
      return { puts: [{ kind: 'journeys', key: 'HelpDeskVerify', body: journey as never }] };
    });
  let kept: unknown;
  await whole((tree) => {
    deleted = tree.entryNodeId;
    kept = tree.nodes[deleted];
    delete tree.nodes[deleted];
  });
  const answer = await post('', step.body);
  expect(answer).toMatchObject({ status: 401, body: { code: 401 } });
  const log = await runOf(simulator.call, String(id)).log();
  expect(log.filter(({ kind, level }) => kind === 'log' && level === 'error').map(({ message }) => message)).toEqual([
    expect.stringContaining(deleted),
  ]);
  await whole((tree) => {
    tree.nodes[deleted] = kept;
  });
  expect((await post(begin)).status).toBe(200);
});
