import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Html } from './Html.tsx';
import { plainText } from './parse.ts';

afterEach(cleanup);
const drawn = (html: string, inline = false) => render(<Html html={html} inline={inline} />).container;

describe('a text of a journey as AM’s login UI draws it', () => {
  test('plain text stays text, signs and line breaks included', () => {
    expect(drawn('a < b & c\nd').innerHTML).toBe('a &lt; b &amp; c\nd');
  });

  test('formatting is drawn', () => {
    expect(drawn('Signing up is <b>fast</b>.<br>Now:<ul><li>one</li></ul>').innerHTML).toBe(
      '<span class="cb-html">Signing up is <b>fast</b>.<br>Now:<ul><li>one</li></ul></span>',
    );
  });

  test('a link to the web opens apart from the journey, without a way back to it', () => {
    const link = drawn('<a href="https://example.com/x" onclick="alert(1)" target="_self">go</a>').querySelector('a');
    expect(link?.outerHTML).toBe('<a href="https://example.com/x" target="_blank" rel="noopener noreferrer">go</a>');
  });

  test.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', '#/service/Login', '//evil.example', 'java\nscript:x'])(
    'a link to %j leads nowhere, its words stay',
    (href) => {
      const place = drawn(`<a href="${href}">go</a>`);
      expect([place.querySelector('a'), place.textContent]).toEqual([null, 'go']);
    },
  );

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"></a></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://evil.example"><input name="p"><button formaction="x">',
    '<style>*{display:none}</style>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<object data="x"></object><embed src="x"><base href="x"><meta http-equiv="refresh" content="0">',
    '<p style="position:fixed" class="sim" id="root" onmouseover="alert(1)">',
  ])('of %s nothing that acts is left', (html) => {
    const place = drawn(`<i>x</i>${html}`);
    for (const element of place.querySelectorAll('*')) {
      expect(['i', 'p', 'span', 'table', 'tbody']).toContain(element.localName);
      expect(element.getAttributeNames().filter((name) => name !== 'class')).toEqual([]);
    }
    expect(place.innerHTML).not.toMatch(/alert|evil|display:none/);
  });

  test('pictures are drawn where they are in the text; others would be fetched and leave their words', () => {
    expect(drawn('<img src="data:image/png;base64,AA==" alt="Logo">').querySelector('img')?.alt).toBe('Logo');
    const fetched = drawn('<p>See <img src="https://example.com/x.png" alt="Logo"></p>');
    expect([fetched.querySelector('img'), fetched.textContent]).toEqual([null, 'See Logo']);
  });

  test('in a heading blocks become lines', () => {
    expect(drawn('<div>A</div><h1>B</h1>', true).querySelector('div, h1')).toBeNull();
  });
});

test.each([
  ['Sign <b>in</b>', 'Sign in'],
  ['<h1>A</h1><p>B<br>C</p>', 'A B C'],
  ['x<script>y</script>', 'x'],
  ['AT&amp;T', 'AT&T'],
  ['a\nb', 'a\nb'],
])('%j is read out as %j', (html, text) => expect(plainText(html)).toBe(text));
