import { expect, it } from 'vitest';
import { startSimulator } from '../testing/simulator.ts';

it('the server tells its cookie and the release of AM that it speaks like', async () => {
  const { call } = await startSimulator();
  expect(await call('GET', '/am/json/serverinfo/*')).toMatchObject({ status: 200, body: { cookieName: 'iPlanetDirectoryPro', realm: '/alpha' } });
  expect((await call('GET', '/am/json/realms/root/realms/alpha/serverinfo/*')).status).toBe(200);
  expect((await call('GET', '/am/json/serverinfo/version')).body.version).toMatch(/^\d\.\d\.\d$/);
});
