import { expect, it } from 'vitest';
import { startConfig } from '../testing/admin.ts';

const WELCOME = { enabled: true, from: 'am@example.com', subject: { en: 'Welcome' }, message: { en: 'Hello' } };

it('an email template is the realm’s, and journeys see it', async () => {
  const { ask, realm } = await startConfig();
  const path = '/openidm/config/emailTemplate/welcome';
  expect((await ask('GET', path)).status).toBe(404);
  expect(await ask('PUT', path, WELCOME)).toMatchObject({ status: 201, json: { _id: 'emailTemplate/welcome', ...WELCOME } });
  expect(realm().emailTemplates.welcome).toEqual({ _id: 'emailTemplate/welcome', ...WELCOME });
  expect((await ask('GET', '/openidm/config')).json.configurations).toEqual([{ _id: 'ui/themerealm' }, { _id: 'emailTemplate/welcome' }]);
  expect((await ask('DELETE', path)).status).toBe(200);
  expect(realm().emailTemplates).not.toHaveProperty('welcome');
});

it('the themes of a realm are those of the document, and lists of other realms stay in it', async () => {
  const { ask, realm } = await startConfig();
  const path = '/openidm/config/ui/themerealm';
  const theme = (_id: string) => ({ _id, name: `Theme ${_id}` });
  await ask('PUT', path, { realm: { alpha: [theme('a'), theme('b')], beta: [theme('c')] } });
  expect(Object.keys(realm().themes)).toEqual(['a', 'b']);
  await ask('PUT', path, { realm: { alpha: [theme('b')], beta: [theme('c')] } });
  expect((await ask('GET', path)).json).toEqual({ _id: 'ui/themerealm', realm: { alpha: [theme('b')], beta: [theme('c')] } });
});

it('a document that means nothing to journeys is kept as it is', async () => {
  const { ask, call } = await startConfig();
  const body = { objects: [{ name: 'alpha_user' }] };
  expect((await ask('PUT', '/openidm/config/managed', body)).status).toBe(201);
  expect((await ask('GET', '/openidm/config/managed')).json).toEqual({ _id: 'managed', ...body });
  expect((await ask('GET', '/openidm/config?_queryFilter=_id+eq+%22managed%22')).json.resultCount).toBe(1);
  expect((await call('GET', '/openidm/config/managed')).status).toBe(401);
});
