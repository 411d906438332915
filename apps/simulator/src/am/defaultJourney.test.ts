import { expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

it('a request that names no journey runs the realm’s default one', async () => {
  const { call, create, services } = await startSimulator();
  const begin = async () => call('POST', `${(await create()).base}/json/realms/root/realms/alpha/authenticate`);
  expect(await begin()).toMatchObject({ status: 401, body: { message: 'No Configuration found' } });
  await services({ defaultJourney: 'BackchannelMain' });
  expect(await begin()).toMatchObject({ status: 200, body: { callbacks: [{ type: 'NameCallback' }] } });
});
