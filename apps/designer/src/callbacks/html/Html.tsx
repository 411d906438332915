import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { useOnPage } from '../onPage.ts';
import { useWords } from '../words/context.ts';
import { ELEMENTS, EMPTY_ELEMENTS, HEADING_ELEMENTS, HIDDEN_ELEMENTS, INLINE_ELEMENTS, journeyLink, safeLink, safePicture } from './allowed.ts';
import { bodyOf } from './parse.ts';

/**
 * A text of a journey that AM's login UI draws as HTML (header and description of a page, messages, terms). It is parsed where nothing runs and
 * nothing is fetched, and drawn anew from allowed elements alone: no markup of a journey ever reaches the page as markup.
 *
 * @param inline where no block may stand, such as in a heading: blocks become lines
 */
export function Html({ html, inline = false }: { html: string; inline?: boolean }) {
  return useMemo(() => {
    const body = bodyOf(html);
    // Lines of a plain text are meant, those of HTML source are not.
    return body.firstElementChild === null ? body.textContent : <span className="cb-html">{childrenOf(body, inline)}</span>;
  }, [html, inline]);
}

function childrenOf(parent: Node, inline: boolean): ReactNode[] {
  return [...parent.childNodes].map((node, index) => {
    // The nodes of a text that was parsed once stay in their order.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <Fragment key={index}>{nodeOf(node, inline)}</Fragment>;
  });
}

function nodeOf(node: Node, inline: boolean): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const tag = node.localName;
  if (HIDDEN_ELEMENTS.has(tag)) return null;
  if (tag === 'img') return pictureOf(node);
  if (tag === 'a') return linkOf(node, inline);
  const heading = HEADING_ELEMENTS.has(tag);
  if (!heading && !ELEMENTS.has(tag)) return childrenOf(node, inline);
  if (EMPTY_ELEMENTS.has(tag)) return inline && tag === 'hr' ? <br /> : createElement(tag);
  if (heading) return <strong className="cb-line">{childrenOf(node, true)}</strong>;
  if (inline && !INLINE_ELEMENTS.has(tag)) return <span className="cb-line">{childrenOf(node, true)}</span>;
  // Whitespace between the rows of a table is no child that it may have.
  const children = /^(table|t(head|body|foot)|tr)$/.test(tag) ? [...node.children].map((child) => child as Node) : null;
  if (children === null) return createElement(tag === 'center' ? 'div' : tag, null, ...childrenOf(node, inline || INLINE_ELEMENTS.has(tag)));
  return createElement(tag, null, ...children.map((child) => nodeOf(child, inline)));
}

function linkOf(element: Element, inline: boolean): ReactNode {
  const href = safeLink(element.getAttribute('href'));
  const children = childrenOf(element, inline);
  const journey = journeyLink(element.getAttribute('href'));
  if (href === undefined) return <OwnLink journey={journey}>{children}</OwnLink>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** A link into AM's login UI. Where the form is that page itself, one to another journey is followed. */
function OwnLink({ journey, children }: { journey: string | undefined; children: ReactNode }) {
  const onPage = useOnPage();
  const words = useWords();
  if (onPage && journey !== undefined) return <a href={journey}>{children}</a>;
  return (
    <span className="cb-dead-link" title={words.deadLink}>
      {children}
    </span>
  );
}

function pictureOf(element: Element): ReactNode {
  const alt = element.getAttribute('alt') ?? '';
  const src = safePicture(element.getAttribute('src'));
  return src === undefined ? alt : <img src={src} alt={alt} />;
}
