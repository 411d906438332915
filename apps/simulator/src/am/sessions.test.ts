import { SUCCESS_NODE_ID } from '@tandem/journey';
import { expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

const ask = {
  tree: {
    _id: 'Login',
    entryNodeId: 'Name',
    maximumIdleTime: 10,
    nodes: { Name: { nodeType: 'UsernameCollectorNode', displayName: 'Name', connections: { outcome: SUCCESS_NODE_ID } } },
  },
  nodes: { Name: { _id: 'Name', _type: { _id: 'UsernameCollectorNode' } } },
};

it('a session tells of its idle time, which asking does not change and resetting does, and is over after it', async () => {
  const simulator = await startSimulator();
  await simulator.import(ask);
  const run = await simulator.create();
  const { body } = await run.answer(await run.start('Login'), 'bjensen');
  const session = async (action: string) =>
    (await simulator.call('POST', `/sim/${run.id}/am/json/realms/root/realms/alpha/sessions?_action=${action}`, { tokenId: body.tokenId })).body;
  const { latestAccessTime: began } = await session('getSessionInfo');
  const after = (minutes: number) => `${new Date(Date.parse(String(began)) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
  await run.advance(540);
  expect(await session('getSessionInfo')).toMatchObject({ latestAccessTime: began, maxIdleExpirationTime: after(10) });
  expect(await session('getSessionInfoAndResetIdleTime')).toMatchObject({ latestAccessTime: after(9), maxIdleExpirationTime: after(19) });
  await run.advance(599);
  expect(await session('validate')).toMatchObject({ valid: true });
  await run.advance(1);
  expect(await session('validate')).toEqual({ valid: false });
  expect(await session('refresh')).toMatchObject({ code: 401 });
});
