import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { navigate } from '../../app/index.ts';
import { field, press, refusal, type Sent, serve, show, text, type } from '../testing.tsx';
import { Services } from './Services.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

const full = {
  transactionTimeToLive: 60,
  baseUrl: 'https://sso.example.com/am',
  defaultJourney: 'Login',
  sessionProperties: ['AMCtxId'],
  scriptLanguage: 'es6',
  passwordPolicy: { minimumLength: 10, minimumCapitals: 1, minimumNumbers: 2, minimumSpecials: 0, cannotContain: ['userName'] },
  termsAndConditions: { version: '2.0', text: { en: 'Be kind.' }, createDate: '2026-01-01T00:00:00Z' },
  securityQuestions: {
    minimum: 2,
    minimumToVerify: 1,
    attemptsAttribute: 'kbaAttempts',
    attemptsAllowed: 3,
    questions: { 1: { en: 'Favourite colour?', fr: 'Couleur ?' } },
  },
  corsOrigins: ['http://localhost:3000'],
  gotoUrls: ['https://app.example.com/*'],
  httpOnlyTokens: true,
  uniqueAttributes: ['mail'],
  customAttributes: [{ name: 'custom_badge', title: 'Badge', type: 'number' }],
};

function services(stored: object, write?: (sent: Sent) => unknown) {
  const writes = serve({ services: stored, journeys: { journeys: [] } }, write);
  show(<Services realm="alpha" />);
  return writes;
}

test('every setting comes back as it was, but for the one that was changed', async () => {
  const writes = services(full);
  await type('Transaction time to live', '90');
  await press(/^Save services/);
  await waitFor(() => expect(writes).toEqual([{ method: 'PUT', path: '/api/realms/alpha/services', body: { ...full, transactionTimeToLive: 90 } }]));
});

test('what is emptied or switched off is left out, so that its default holds', async () => {
  const writes = services(full);
  await type('Base URL', '');
  await press('Remove AMCtxId');
  fireEvent.click(await field('This realm has a policy of its own'));
  fireEvent.click(await field('Advanced Identity Cloud'));
  await press(/^Save services/);
  const { baseUrl, sessionProperties, passwordPolicy, scriptLanguage, ...rest } = full;
  await waitFor(() => expect(writes[0]?.body).toEqual(rest));
});

test('a question is added in two languages', async () => {
  const writes = services({ transactionTimeToLive: 180 });
  fireEvent.click(await field('Users have security questions'));
  await type('Question of en', 'Pet?');
  await press('Add locale');
  await type('Locale 2', 'de');
  await type('Question of de', 'Haustier?');
  await press(/^Save services/);
  await waitFor(() =>
    expect(writes[0]?.body).toEqual({
      transactionTimeToLive: 180,
      securityQuestions: { minimum: 1, questions: { 1: { en: 'Pet?', de: 'Haustier?' } } },
    }),
  );
});

test('what the server refuses stands at its field', async () => {
  services({ transactionTimeToLive: 180 }, () => refusal({ field: 'baseUrl', message: 'Invalid URL', expected: 'an address with http or https' }));
  await type('Base URL', 'ftp://x');
  await press(/^Save services/);
  await text('Invalid URL. Expected: an address with http or https.');
  await text('The services were not saved: see the marked fields.');
});

test('the screen is not left with unsaved settings without a question', async () => {
  history.replaceState(null, '', '/realms/alpha/services');
  services({ transactionTimeToLive: 180 });
  await type('Transaction time to live', '90');
  await text('Not saved yet');
  navigate('/');
  await text('Discard the changes?');
  expect(location.pathname).toBe('/realms/alpha/services');
  await press('Keep editing');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect((await field('Transaction time to live')).value).toBe('90');
  navigate('/');
  fireEvent.click(await within(await screen.findByRole('alertdialog')).findByRole('button', { name: 'Discard changes' }));
  await waitFor(() => expect(location.pathname).toBe('/'));
});

test.each(['-5', '0', '1.5'])('a time to live of %s is marked while it is typed', async (value) => {
  services({ transactionTimeToLive: 180 });
  await type('Transaction time to live', value);
  await text('A whole number above 0.');
});

test('discarded, the settings are as they are stored', async () => {
  services({ transactionTimeToLive: 180 });
  await type('Transaction time to live', 'soon');
  await text('A whole number above 0.');
  await press('Discard changes');
  expect((await field('Transaction time to live')).value).toBe('180');
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('what somebody else changed meanwhile is not brought back by saving something else', async () => {
  const stored: { services: object; journeys: object } = { services: full, journeys: { journeys: [] } };
  const writes = serve(stored);
  const { client } = show(<Services realm="alpha" />);
  await type('Transaction time to live', '90');
  stored.services = { ...full, defaultJourney: 'Renamed' };
  await client.invalidateQueries();
  await screen.findByDisplayValue('Renamed', {}, { timeout: 10_000 });
  await press(/^Save services/);
  await waitFor(() => expect(writes[0]?.body).toEqual({ ...full, defaultJourney: 'Renamed', transactionTimeToLive: 90 }));
});

test('a text that the realm holds blank is told of, and the rest can be saved', async () => {
  const blank = { ...full, termsAndConditions: { version: '1', createDate: '2026-01-02T00:00:00Z', text: { en: 'Yes', fr: '' } } };
  const writes = services(blank);
  await text('No text for fr: AIC would refuse it. Everything else can be saved.');
  await type('Transaction time to live', '90');
  await press(/^Save services/);
  await waitFor(() => expect(writes[0]?.body).toMatchObject({ transactionTimeToLive: 90 }));
  await type('Text of fr', 'Oui');
  expect(screen.queryByText(/No text for fr/)).toBeNull();
});
