import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { field, listed, press, serve, show, text, type } from '../testing.tsx';
import { previewOf } from './Preview.tsx';
import { Templates } from './Templates.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const welcome = {
  _id: 'welcome',
  displayName: 'Welcome',
  enabled: true,
  from: 'admin@example.com',
  defaultLocale: 'en',
  mimeType: 'text/html',
  subject: { en: 'Hello', fr: 'Bonjour' },
  message: { en: '<p>Hi {{object.userName}}</p>', fr: '<p>Salut</p>' },
  styles: 'p { color: red }',
};

function templates(items: readonly { _id: string }[] = [welcome]) {
  const writes = serve({ emailTemplates: listed(items) });
  show(<Templates realm="alpha" />);
  return writes;
}
const preview = () => screen.getByTitle<HTMLIFrameElement>('Preview of the mail');

test('one language is edited at a time, and everything else stays as it was', async () => {
  const writes = templates();
  await press('welcome');
  expect((await field('Subject, en')).value).toBe('Hello');
  fireEvent.click(await field('fr'));
  await type('Message, fr', '<p>Coucou</p>');
  await press('Save');
  const { _id, ...kept } = welcome;
  await waitFor(() => expect(writes[0]?.body).toEqual({ ...kept, message: { ...welcome.message, fr: '<p>Coucou</p>' } }));
});

test('a language is added, made the default, and another removed', async () => {
  const writes = templates();
  await press('welcome');
  await type('Another language', 'de');
  await press('Add language');
  await type('Subject, de', 'Hallo');
  await press('Make it the default');
  fireEvent.click(await field('fr'));
  await press('Remove fr');
  await press('Save');
  await waitFor(() => expect(writes[0]?.body).toMatchObject({ defaultLocale: 'de', subject: { en: 'Hello', de: 'Hallo' } }));
  expect(writes[0]?.body).toMatchObject({ message: { en: welcome.message.en } });
});

test('the preview runs nothing and fetches nothing', async () => {
  templates();
  await press('welcome');
  await field('Message, en');
  expect(preview().getAttribute('sandbox')).toBe('');
  expect(preview().srcdoc).toContain("default-src 'none'");
  expect(preview().srcdoc).toContain('<p>Hi {{object.userName}}</p>');
  await type('Message, en', '<p>Typed</p>');
  expect(preview().srcdoc).toContain('<p>Typed</p>');
});

test("where only the editor's own copy is there, it is what is shown and edited", async () => {
  const { message, ...rest } = welcome;
  const own = { ...rest, html: { en: '<p>Copy</p>' } };
  const writes = templates([own]);
  await press('welcome');
  expect((await field("HTML of AIC's editor, en")).value).toBe('<p>Copy</p>');
  expect(preview().srcdoc).toContain('<style>p { color: red }</style><p>Copy</p>');
  await type("HTML of AIC's editor, en", '<p>New</p>');
  await press('Save');
  await waitFor(() => expect(writes[0]?.body).toMatchObject({ html: { en: '<p>New</p>' } }));
});

test('plain text is shown as text', () => {
  expect(previewOf('<b>1 & 2</b>', true)).toContain('&lt;b>1 &amp; 2&lt;/b>');
});

test('without any, it says what sends them', async () => {
  templates([]);
  await text('This realm has no email templates');
});
