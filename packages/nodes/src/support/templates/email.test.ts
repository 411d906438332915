import { describe, expect, test } from 'vitest';
import { renderEmail } from './email.ts';
import { htmlToText, linksOf } from './html.ts';

/** In the shape of an AIC export. */
const template = {
  _id: 'emailTemplate/verify',
  defaultLocale: 'fr',
  enabled: true,
  from: 'Accounts <no-reply@example.com>',
  subject: { en: 'Verify, {{object.givenName}}', fr: 'Vérifiez' },
  html: { en: '<p>editor</p>' },
  message: {
    en: '<html><head><title>t</title><style>a{color:red}</style></head><body><h1>Hello {{object.givenName}}</h1><p><a href="{{object.resumeURI}}">Verify</a><br>or write to us</p></body></html>',
    fr: '<p>Bonjour</p>',
  },
  mimeType: 'text/html',
  styles: 'body{}',
};
const object = { givenName: 'B & C', resumeURI: 'https://am.example.com/am/XUI/?realm=/alpha&suspendedId=x=y' };

describe('an email template', () => {
  const mail = renderEmail(template, object, ['en-GB']);

  test('is kept as HTML, values escaped', () => {
    expect(mail.html).toContain('<h1>Hello B &amp; C</h1>');
    expect(mail.html).toContain('href="https://am.example.com/am/XUI/?realm&#x3D;/alpha&amp;suspendedId&#x3D;x&#x3D;y"');
  });

  test('has a text, a subject that is not escaped, and its links as addresses', () => {
    expect(mail.text).toBe(`Hello B & C\nVerify (${object.resumeURI})\nor write to us`);
    expect(mail.subject).toBe('Verify, B & C');
    expect(mail.links).toEqual([object.resumeURI]);
    expect(mail.from).toBe('Accounts <no-reply@example.com>');
  });

  test("comes in the template's own language where none fits", () => {
    expect(renderEmail(template, object, ['de'])).toMatchObject({ subject: 'Vérifiez', text: 'Bonjour' });
  });

  test('in the first there is where that is missing, too', () => {
    expect(renderEmail({ subject: { it: 'Ciao' }, message: { it: 'Ciao' } }, {}, ['de'])).toEqual({
      subject: 'Ciao',
      html: 'Ciao',
      text: 'Ciao',
      links: [],
    });
  });

  test("without a message the editor's HTML is sent with its styles", () => {
    const { message: _, ...rest } = template;
    expect(renderEmail(rest, object, ['en']).html).toBe('<html><head><style>body{}</style></head><body><p>editor</p></body></html>');
    expect(renderEmail({ html: { en: '<p>x</p>' } }, {}, ['en']).html).toBe('<p>x</p>');
  });

  test('of plain text has no HTML', () => {
    const plain = { subject: 'S', message: 'See https://example.com/{{object.givenName}}', mimeType: 'text/plain' };
    expect(renderEmail(plain, { givenName: 'a<b' }, [])).toEqual({
      subject: 'S',
      text: 'See https://example.com/a<b',
      links: ['https://example.com/a'],
    });
  });

  test('with nothing in it is an empty mail', () => {
    expect(renderEmail({}, {}, [])).toEqual({ subject: '', html: '', text: '', links: [] });
  });
});

describe('HTML as text', () => {
  test.each([
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['a<br/>b', 'a\nb'],
    ['a<div></div><div></div><div></div>b', 'a\n\nb'],
    ['&lt;&#65;&#x42;&gt;&nbsp;&unknown;&#0;', '<AB> &unknown;&#0;'],
    ['<!-- c --><script>alert(1)</script>x<STYLE>y</STYLE>', 'x'],
    ['<a href="https://e.com">https://e.com</a>', 'https://e.com'],
    ["<a href='https://e.com'></a>", 'https://e.com'],
    ['<a href=https://e.com>x', 'x (https://e.com)'],
    ['<a name="x">y</a>', 'y'],
    ['<a href="u1">x<a href="u2">y</a></a>', 'x (u1)y (u2)'],
    ['a <b', 'a'],
    ['a <style>b', 'a'],
    ['a <!-- b', 'a'],
    ['1 < 2 > 0', '1 0'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test('of any shape takes one pass', () => {
    for (const piece of ['<a ', '<style', '<!--', '<a href="', '<', '&#']) expect(htmlToText(piece.repeat(200_000)).length).toBeGreaterThanOrEqual(0);
  });
});

describe('links', () => {
  test('each once, in order, without the stop behind them, and only to the web', () => {
    const html = '<a href="javascript:alert(1)">x</a><a href=" https://a.example/1 ">1</a><a href="mailto:b@example.com">m</a>';
    expect(linksOf('https://a.example/1, then (https://b.example/2?x=1)!', html)).toEqual(['https://a.example/1', 'https://b.example/2?x=1']);
  });
});
