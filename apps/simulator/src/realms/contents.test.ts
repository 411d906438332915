import { emptyRealm } from '@tandem/journey';
import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/server.ts';

const base = '/api/realms/alpha';

describe('services', () => {
  it('have their defaults, and are changed whole', async () => {
    const { call } = await startTestServer();
    expect((await call('GET', `${base}/services`)).json).toEqual({ transactionTimeToLive: 180 });
    const body = { transactionTimeToLive: 60, defaultJourney: 'Login', sessionProperties: ['AMCtxId'], scriptLanguage: 'es6' };
    expect((await call('PUT', `${base}/services`, { body })).json).toEqual(body);
    expect((await call('GET', `${base}/services`)).json).toEqual(body);
  });

  it.each([
    [{ transactionTimeToLive: 0 }, 'transactionTimeToLive'],
    [{ transactionTimeToLive: 60, defaultJourney: 'Nowhere' }, 'defaultJourney'],
    [{ transactionTimeToLive: 60, baseUrl: 'ftp://x' }, 'baseUrl'],
    [{ transactionTimeToLive: 60, termsAndConditions: { version: '1', createDate: 'x', text: {} } }, 'termsAndConditions.text'],
    [{ transactionTimeToLive: 60, termsAndConditions: { version: '1', createDate: 'x', text: { en: ' ' } } }, 'termsAndConditions.text.en'],
    [{ transactionTimeToLive: 60, securityQuestions: { minimum: 1, questions: { 1: {} } } }, 'securityQuestions.questions.1'],
    [{ transactionTimeToLive: 60, securityQuestions: { minimum: 1, questions: { 1: { fr: '' } } } }, 'securityQuestions.questions.1.fr'],
  ])('%j is refused with its field', async (body, field) => {
    const { call } = await startTestServer();
    const reply = await call('PUT', `${base}/services`, { body });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ errors: [{ field }] });
  });

  it.each([0, -5, 1.5, 'x'])('a time to live of %j is refused in words', async (transactionTimeToLive) => {
    const { call } = await startTestServer();
    const reply = await call('PUT', `${base}/services`, { body: { transactionTimeToLive } });
    expect(reply.json).toMatchObject({ errors: [{ message: 'A whole number above 0.' }] });
  });

  it('a text that is blank already does not keep the rest from being saved; another blank one does', async () => {
    const realm = emptyRealm('alpha');
    const terms = (text: Record<string, string>) => ({ version: '1', createDate: 'x', text });
    realm.services = { transactionTimeToLive: 60, termsAndConditions: terms({ en: 'Yes', fr: ' ' }) };
    const { call } = await startTestServer({ realm });
    const put = (text: Record<string, string>) =>
      call('PUT', `${base}/services`, { body: { transactionTimeToLive: 90, termsAndConditions: terms(text) } });
    expect((await put({ en: '', fr: ' ' })).json).toMatchObject({ status: 400, errors: [{ field: 'termsAndConditions.text.en' }] });
    expect((await put({ en: 'Yes', fr: ' ' })).json).toMatchObject({ transactionTimeToLive: 90 });
    expect((await put({ en: 'Yes', fr: 'Oui' })).status).toBe(200);
    expect((await put({ en: 'Yes', fr: '' })).status).toBe(400);
  });

  it('a journey that must run cannot be the default', async () => {
    const realm = emptyRealm('alpha');
    realm.journeys.Main = { tree: { _id: 'Main', mustRun: true } };
    const { call } = await startTestServer({ realm });
    const reply = await call('PUT', `${base}/services`, { body: { transactionTimeToLive: 60, defaultJourney: 'Main' } });
    expect(reply.json).toMatchObject({ errors: [{ field: 'defaultJourney', expected: 'a journey without mustRun' }] });
  });
});

describe('variables, templates and stubs', () => {
  it.each([
    ['variables', 'esv-host', { valueBase64: 'aGk=', expressionType: 'string' }],
    ['emailTemplates', 'welcome', { subject: { en: 'Hi' }, enabled: true }],
    ['stubs', 's1', { method: 'GET', url: 'https://api.example.com/*', status: 200, body: '{}' }],
  ])('%s are put, listed and deleted', async (kind, id, body) => {
    const { call } = await startTestServer();
    expect((await call('PUT', `${base}/${kind}/${id}`, { body })).json).toEqual({ ...body, _id: id });
    expect((await call('GET', `${base}/${kind}`)).json).toEqual({ items: [{ ...body, _id: id }], versions: { [id]: 2 } });
    expect((await call('DELETE', `${base}/${kind}/${id}`)).status).toBe(200);
    expect((await call('DELETE', `${base}/${kind}/${id}`)).status).toBe(404);
  });

  it.each([
    [{ message: { en: 'Hi', fr: '{{#if object.mail}}Bonjour' } }, 'message.fr'],
    [{ subject: 'Hi {{object.givenName' }, 'subject'],
    [{ html: { en: 'x{{/if}}' } }, 'html.en'],
  ])('an email template that could not be sent is refused: %j', async (body, field) => {
    const reply = await (await startTestServer()).call('PUT', `${base}/emailTemplates/welcome`, { body });
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ errors: [{ field, expected: expect.any(String) }] });
  });

  it('an email template that was imported with a broken text can be changed elsewhere', async () => {
    const realm = emptyRealm('alpha');
    realm.emailTemplates.old = { _id: 'emailTemplate/old', message: { en: '{{#if x}}' } };
    const { call } = await startTestServer({ realm });
    expect((await call('PUT', `${base}/emailTemplates/old`, { body: { message: { en: '{{#if x}}' }, enabled: false } })).status).toBe(200);
  });

  it('an email template keeps the id that an export gave it, and a new one gets such an id', async () => {
    const realm = emptyRealm('alpha');
    realm.emailTemplates.old = { _id: 'emailTemplate/old', enabled: true };
    const { call, realms } = await startTestServer({ realm });
    await call('PUT', `${base}/emailTemplates/old`, { body: { enabled: false } });
    await call('PUT', `${base}/emailTemplates/new`, { body: { enabled: true } });
    expect(realms.load('alpha')?.realm.emailTemplates).toEqual({
      old: { _id: 'emailTemplate/old', enabled: false },
      new: { _id: 'emailTemplate/new', enabled: true },
    });
  });

  it('a save over another version than the one that was read is refused with what is there now', async () => {
    const { call } = await startTestServer();
    const path = `${base}/variables/esv-host`;
    const body = (text: string) => ({ valueBase64: btoa(text), expressionType: 'string' });
    await call('PUT', `${path}?baseVersion=0`, { body: body('one') });
    const { versions } = (await call('GET', `${base}/variables`)).json as { versions: Record<string, number> };
    const first = versions['esv-host'];
    expect((await call('PUT', `${path}?baseVersion=${first}`, { body: body('two') })).status).toBe(200);
    const late = await call('PUT', `${path}?baseVersion=${first}`, { body: body('three') });
    expect(late.status).toBe(409);
    const { version } = late.json as { version: number };
    expect(late.json).toMatchObject({ current: { _id: 'esv-host', ...body('two') }, errors: [{ field: 'baseVersion', expected: String(version) }] });
    expect((await call('PUT', `${path}?baseVersion=${version}`, { body: body('three') })).status).toBe(200);
  });

  it('creating what is there already is refused, and so is changing what was deleted', async () => {
    const { call } = await startTestServer();
    const body = { method: 'GET', url: '*', status: 200, body: '' };
    await call('PUT', `${base}/stubs/s1?baseVersion=0`, { body });
    expect((await call('PUT', `${base}/stubs/s1?baseVersion=0`, { body: { ...body, status: 500 } })).status).toBe(409);
    await call('DELETE', `${base}/stubs/s1`);
    expect((await call('PUT', `${base}/stubs/s1?baseVersion=2`, { body })).json).toMatchObject({ status: 409, current: null, version: 0 });
  });

  it('the same save again, after its answer got lost, is no conflict', async () => {
    const { call } = await startTestServer();
    const put = () => call('PUT', `${base}/stubs/s1?baseVersion=0`, { body: { method: 'GET', url: '*', status: 200, body: '' } });
    expect([(await put()).status, (await put()).status]).toEqual([200, 200]);
  });

  it('an id that AIC would refuse is refused', async () => {
    const { call } = await startTestServer();
    const reply = await call('PUT', `${base}/variables/HOST`, { body: { valueBase64: '', expressionType: 'string' } });
    expect(reply.json).toMatchObject({ status: 400, errors: [{ field: 'id' }] });
  });
});

describe('secrets', () => {
  it('are never shown, and keep their value when only the description changes', async () => {
    const { call, realms } = await startTestServer();
    const path = `${base}/secrets/esv-key`;
    expect((await call('PUT', path, { body: { value: 'Tr0ub4dor' } })).json).toEqual({ _id: 'esv-key' });
    expect((await call('PUT', path, { body: { description: 'Key of the gateway' } })).json).toEqual({
      _id: 'esv-key',
      description: 'Key of the gateway',
    });
    expect((await call('GET', `${base}/secrets`)).text).not.toContain('value');
    expect(JSON.stringify(realms.load('alpha')?.realm.secrets)).not.toContain('Tr0ub4dor');
  });

  it('deleted in between are told as such, and not that a value is missing', async () => {
    const { call } = await startTestServer();
    expect((await call('PUT', `${base}/secrets/esv-key?baseVersion=3`, { body: { description: 'x' } })).json).toMatchObject({ current: null });
  });

  it('put again with the same value are no conflict and no change, with another they are', async () => {
    const { call, realms } = await startTestServer();
    const put = (value: string) => call('PUT', `${base}/secrets/esv-key?baseVersion=0`, { body: { value } });
    await put('Tr0ub4dor');
    const version = realms.load('alpha')?.version;
    expect((await put('Tr0ub4dor')).status).toBe(200);
    expect(realms.load('alpha')?.version).toBe(version);
    expect((await put('correct horse')).status).toBe(409);
  });

  it('that somebody saved since they were looked at are not deleted, unless no version is named', async () => {
    const { call, realms } = await startTestServer();
    const path = `${base}/secrets/esv-key`;
    await call('PUT', path, { body: { value: 'one' } });
    const version = realms.load('alpha')?.revision('secrets', 'esv-key')?.version ?? 0;
    await call('PUT', path, { body: { description: 'theirs' } });
    const stale = await call('DELETE', `${path}?baseVersion=${version}`);
    expect([stale.status, stale.json]).toMatchObject([409, { current: { description: 'theirs' }, version: version + 1 }]);
    expect(realms.load('alpha')?.realm.secrets['esv-key']).toBeDefined();
    expect((await call('DELETE', `${path}?baseVersion=${version + 1}`)).status).toBe(200);
    expect((await call('DELETE', path)).status).toBe(404);
  });

  it('need a value at first', async () => {
    const { call } = await startTestServer();
    expect((await call('PUT', `${base}/secrets/new`, { body: {} })).json).toMatchObject({ errors: [{ field: 'value' }] });
  });
});
