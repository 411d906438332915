import { expect, it } from 'vitest';
import { TestSimulation } from '../../test/driver.ts';
import { pair } from '../../test/realm.ts';

const ID = '0b8f2d34-6a3e-4b5a-9d2c-1f0e7a9b8c6d';
const BASE = 'https://am.example/am';

function created(spec = {}, services = {}) {
  const realm = pair();
  Object.assign(realm.services, services);
  const sim = new TestSimulation(realm);
  const asked = { journey: 'Login', subject: null, data: { username: 'bjensen' }, trackingId: null, allowRetry: true, ...spec };
  sim.submit({ kind: 'initialize', transaction: ID, spec: asked, base: BASE });
  return sim;
}

it('a transaction of REST is opened under its id, with its data at the root of shared state', () => {
  const sim = created();
  expect(sim.transaction()).toMatchObject({ id: ID, state: 'CREATED', result: 'UNKNOWN' });
  const session = sim.start({ type: 'transaction', id: ID });
  expect(session).toMatchObject({ role: 'backchannel', run: ID, transaction: ID });
  expect(session.shared).toMatchObject({ username: 'bjensen', realm: '/alpha' });
  expect(sim.transaction().state).toBe('IN_PROGRESS');
});

it('it lives as long as the realm says', () => {
  const sim = created({}, { transactionTimeToLive: 7 });
  expect(sim.transaction().expiresAt).toBe(sim.transaction().createdAt + 7000);
});

it('it keeps the client’s tracking id, or gets one', () => {
  expect(created({ trackingId: 'order-7' }).transaction().trackingId).toBe('order-7');
  expect(created().transaction().trackingId).toMatch(/^[\da-f-]{36}$/);
});

it('its address is the login page, on Base URL Source where the realm has one', () => {
  const query = `realm=%2Falpha&authIndexType=transaction&authIndexValue=${ID}`;
  expect(created().transaction().redirectUri).toBe(`${BASE}/UI/Login?${query}`);
  expect(created({}, { baseUrl: 'https://id.example.com' }).transaction().redirectUri).toBe(`https://id.example.com/am/UI/Login?${query}`);
});
