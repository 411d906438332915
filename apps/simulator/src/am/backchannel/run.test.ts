import { expect, it } from 'vitest';
import { startSimulator } from '../../testing/simulator.ts';

it('a run that a client started is listed, played again in a fork, and kept in a file', async () => {
  const simulator = await startSimulator();
  const run = await simulator.create();
  const found = (await simulator.simulations.find(run.id))?.runtime;
  const spec = { journey: 'BackchannelLogin', subject: null, data: { username: 'bjensen' }, trackingId: 'order-7', allowRetry: true };
  const made = await found?.initialize(spec, `${simulator.url}${run.base}`);
  expect((await run.answer(await run.open(String(made?.redirectUri)), 'Secret12!')).status).toBe(200);
  const api = `/api/simulations/${run.id}`;
  expect((await simulator.call('GET', `${api}/runs`)).body).toMatchObject({ runs: [{ run: made?.id }] });
  const approved = { transactions: [{ id: made?.id, state: 'COMPLETED', result: 'APPROVED', trackingId: 'order-7' }] };
  expect(await run.state()).toMatchObject(approved);
  const fork = await simulator.call('POST', `${api}/forks`, { at: 0, replay: true });
  expect(fork.status, JSON.stringify(fork.body)).toBe(201);
  expect((await simulator.call('GET', `/api/simulations/${fork.body.id}`)).body).toMatchObject(approved);
  const { body: file } = await simulator.call('GET', `${api}/file`);
  const opened = await simulator.call('POST', '/api/simulations/files', file);
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  expect((await simulator.call('GET', `/api/simulations/${opened.body.id}`)).body).toMatchObject(approved);
});
