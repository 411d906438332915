import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import RealmScreen from './index.tsx';
import { SECTIONS } from './sections.ts';
import { serve, show, text } from './testing.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const lists = Object.fromEntries(['variables', 'secrets', 'emailTemplates', 'stubs'].map((kind) => [kind, { items: [], versions: {} }]));
const everything = {
  ...lists,
  identities: { identities: [] },
  objects: { objects: [] },
  services: { transactionTimeToLive: 180 },
  journeys: { journeys: [] },
  scripts: { scripts: [] },
};

test.each(SECTIONS)('$id has an address of its own', async ({ id, label }) => {
  serve(everything);
  show(<RealmScreen realm="alpha" section={id} />);
  const link = screen.getByRole('link', { name: label });
  expect(link.getAttribute('href')).toBe(`/realms/alpha/${id}`);
  expect(link.getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('');
});

test('without a section the people are shown, and what is unknown is said', async () => {
  serve(everything);
  show(<RealmScreen realm="alpha" section="" />);
  await text('This realm has no users');
  cleanup();
  show(<RealmScreen realm="alpha" section="nowhere" />);
  await text('The realm has no such section');
});
