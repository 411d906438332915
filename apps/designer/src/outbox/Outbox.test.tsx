import type { Message } from '@tandem/engine/view';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SimulationContext } from '../simulation/hooks.ts';
import { createSimulationSession } from '../simulation/session.ts';
import { mailDocument } from './mailDocument.ts';
import { Outbox } from './Outbox.tsx';

const FAR = 8_000_000_000_000_000;
const message = (values: Partial<Message>): Message => ({
  id: 'm1',
  session: 's1',
  node: 'n1',
  kind: 'push',
  to: 'Phone',
  from: null,
  subject: null,
  text: 'Sign in?',
  html: null,
  links: [],
  push: { type: 'DEFAULT', expiresAt: FAR },
  at: 0,
  answered: false,
  approved: null,
  ...values,
});
const mail = (values: Partial<Message>) => message({ kind: 'email', to: 'b@example.com', push: null, subject: 'Hello', ...values });

const opened: unknown[][] = [];
let posted: { url: string; body: unknown }[];
let status: number;

function show(...messages: Message[]) {
  const [session] = [createSimulationSession('1')];
  render(
    <SimulationContext value={session}>
      <Outbox
        simulation="1"
        messages={Object.fromEntries(messages.map((entry) => [entry.id, entry]))}
        roleOf={(id) => (id === 's1' ? 'main' : 'backchannel')}
        onTransaction={(id) => opened.push(['transaction', id])}
        onSuspended={(id, role) => opened.push(['suspended', id, role])}
      />
    </SimulationContext>,
  );
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  opened.length = 0;
  posted = [];
  status = 200;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    posted.push({ url: String(url), body: JSON.parse(String(init.body)) });
    return new Response(status === 200 ? '{}' : '{"title":"No"}', { status, headers: { 'content-type': 'application/json' } });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('nothing sent yet says what will come', () => {
  show();
  expect(screen.getByText('Nothing was sent yet')).toBeTruthy();
});

test.each([
  ['by its time', 2],
  ['by when it came where the clock stands still', 1],
])('the newest message comes first: %s', (_, at) => {
  show(message({ id: 'old', text: 'old', at: 1 }), message({ id: 'new', text: 'new', at }));
  const texts = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(texts).toEqual([expect.stringContaining('new'), expect.stringContaining('old')]);
});

describe('a push', () => {
  test.each([
    ['Approve', true],
    ['Deny', false],
  ])('%s', async (name, approve) => {
    show(message({}));
    press(name);
    await waitFor(() => expect(posted).toEqual([{ url: '/api/simulations/1/outbox/m1/answer', body: { approve } }]));
  });

  test('a number challenge offers its numbers and cannot be approved without one', async () => {
    show(message({ push: { type: 'CHALLENGE', numbers: ['12', '34', '56'], number: '••••', expiresAt: FAR } }));
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['12', '34', '56', 'Deny']);
    press('34');
    await waitFor(() => expect(posted[0]?.body).toEqual({ approve: true, number: '34' }));
  });

  test('says that it wants a fingerprint', () => {
    show(message({ push: { type: 'BIOMETRIC', expiresAt: FAR } }));
    expect(screen.getByRole('button', { name: 'Approve by fingerprint' })).toBeTruthy();
  });

  test('shows where the sign-in comes from', () => {
    show(message({ push: { type: 'DEFAULT', expiresAt: FAR, context: { remoteIp: '203.0.113.7', location: { latitude: 1 } } } }));
    expect(screen.getByText('203.0.113.7')).toBeTruthy();
    expect(screen.getByText('{"latitude":1}')).toBeTruthy();
  });

  test.each([
    ['expired', message({ push: { type: 'DEFAULT', expiresAt: 0 } })],
    ['approved', message({ answered: true, approved: true })],
    ['denied', message({ answered: true, approved: false })],
  ])('that is %s says so and asks nothing', (word, push) => {
    show(push);
    expect(screen.getByText(word)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('an answer that was not taken can be given again', async () => {
    status = 500;
    show(message({}));
    press('Approve');
    await screen.findByText('The answer was not taken');
    status = 200;
    press('Try again');
    await waitFor(() => expect(posted).toHaveLength(2));
    expect(posted[1]?.body).toEqual({ approve: true });
  });
});

describe('a mail', () => {
  test('is drawn in a frame that may do nothing', () => {
    show(mail({ html: '<p>Hi</p>', from: 'am@example.com' }));
    const frame = screen.getByTitle<HTMLIFrameElement>('Email: Hello');
    expect(frame.getAttribute('sandbox')).toBe('');
    expect(frame.getAttribute('srcdoc')).toContain('<p>Hi</p>');
    expect(screen.getByText('from am@example.com')).toBeTruthy();
  });

  test('can be read as text', () => {
    show(mail({ html: '<p>Hi</p>', text: 'Hi there' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Text' }));
    expect(screen.getByText('Hi there')).toBeTruthy();
    expect(screen.queryByTitle('Email: Hello')).toBeNull();
  });

  test('of a journey can be scanned, and says where a phone could not follow it', () => {
    show(mail({ links: ['http://127.0.0.1:8080/sim/1/am/XUI/?realm=/alpha&suspendedId=0af1', 'https://example.com/about'] }));
    expect(screen.getAllByText('QR code for a phone')).toHaveLength(1);
    expect(screen.queryByRole('img', { name: 'QR code of the link' })).toBeNull();
    const details = screen.getByText('QR code for a phone').closest('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(screen.getByRole('img', { name: 'QR code of the link' })).toBeTruthy();
    expect(screen.getByText('TANDEM_PUBLIC_URL')).toBeTruthy();
  });

  test('links back go on in the player whose journey it is', () => {
    const link = 'http://h/sim/1/am/XUI/?realm=/alpha&suspendedId=0af1';
    show(mail({ links: [link] }), mail({ id: 'm2', session: 's2', links: [link] }));
    press('Go on in browser');
    press('Go on in phone');
    expect(opened).toEqual([
      ['suspended', '0af1', 'main'],
      ['suspended', '0af1', 'backchannel'],
    ]);
  });

  test('redirect URIs open in the phone, other links in a tab', () => {
    show(mail({ links: ['http://h/am/XUI/Login?authIndexType=transaction&authIndexValue=t1', 'https://example.com/'] }));
    press('Open in phone');
    expect(opened).toEqual([['transaction', 't1']]);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'https://example.com/' }).getAttribute('rel')).toContain('noreferrer');
  });
});

test('an SMS is its text', () => {
  show(message({ kind: 'sms', push: null, text: 'Code 123456', to: '+47' }));
  expect(screen.getByText('Code 123456')).toBeTruthy();
});

describe('the document of a mail', () => {
  test.each([
    '<script>alert(1)</script>',
    '<p onclick="alert(1)">x</p>',
    '<a href="https://e.example" ping="https://e.example">x</a>',
    '<meta http-equiv="refresh" content="0;url=https://e.example">',
    '<base href="https://e.example/">',
    '<form action="https://e.example"><p>kept</p></form>',
    '<iframe srcdoc="https://e.example"></iframe>',
    '<link rel="icon" href="https://e.example/x.ico">',
  ])('holds nothing that acts or leads away: %s', (html) => {
    const made = mailDocument(html);
    expect(made).not.toMatch(/alert|e\.example|<form|<iframe|<script|<base/);
    expect(made).toContain("default-src 'none'");
    if (html.includes('kept')) expect(made).toContain('<p>kept</p>');
  });

  test('keeps styles and the body as they are', () => {
    const made = mailDocument('<html><head><style>p{color:red}</style></head><body style="margin:0"><p class="x">Hi</p></body></html>');
    expect(made).toContain('<style>p{color:red}</style>');
    expect(made).toContain('<body style="margin:0"><p class="x">Hi</p></body>');
  });
});
