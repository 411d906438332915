/** A text's HTML in a document of its own, where scripts do not run and pictures are not fetched. */
export function bodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(`<body>${html}`, 'text/html').body;
}

/** HTML as it is read out: a name for what it heads, or a status. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const body = bodyOf(html);
  for (const hidden of body.querySelectorAll('script, style, template')) hidden.remove();
  for (const line of body.querySelectorAll('br, p, div, li, h1, h2, h3, h4, h5, h6')) line.after(' ');
  return body.textContent.replace(/\s+/g, ' ').trim();
}
