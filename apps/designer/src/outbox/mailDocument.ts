/** Nothing is fetched and nothing runs, whatever the mail says; only its own styles and pictures in it are drawn. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'";
const ACTIVE = 'script, iframe, frame, frameset, object, embed, applet, link, base, meta, form, template, noscript';

/**
 * A mail's HTML for a sandboxed frame. Journeys of an import are somebody else's: what could act is taken out, besides being forbidden by the frame
 * and by its policy. Links are drawn but lead nowhere: the frame would open them in itself. They are listed below the mail.
 */
export function mailDocument(html: string): string {
  const mail = new DOMParser().parseFromString(html, 'text/html');
  for (const element of mail.querySelectorAll(ACTIVE)) element.replaceWith(...(element.localName === 'form' ? element.childNodes : []));
  for (const element of mail.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      if (/^on/i.test(name) || ['href', 'xlink:href', 'action', 'formaction', 'ping', 'target', 'autofocus'].includes(name))
        element.removeAttribute(name);
    }
    if (element.localName === 'a') element.setAttribute('style', `${element.getAttribute('style') ?? ''};text-decoration:underline`);
  }
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">${mail.head.innerHTML}</head>${mail.body.outerHTML}</html>`;
}
