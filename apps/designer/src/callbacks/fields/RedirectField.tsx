import { Code } from '../Code.tsx';
import { useOnPage } from '../onPage.ts';
import { outputOf, outputText } from '../read.ts';
import { isObject } from '../wire.ts';
import { useWords } from '../words/context.ts';
import type { FieldProps } from './types.ts';

/** Where AM would send the browser. Nothing is opened by itself: the person decides, and comes back to go on. */
export function RedirectField({ callback, onLeave }: FieldProps) {
  const words = useWords();
  const onPage = useOnPage();
  const url = outputText(callback, 'redirectUrl');
  const method = (outputText(callback, 'redirectMethod') || 'GET').toUpperCase();
  const data = outputOf(callback, 'redirectData');
  let host = url;
  try {
    host = new URL(url).host;
  } catch {
    // Not an absolute address: shown as it came.
  }
  const safe = /^https?:\/\//i.test(url);
  return (
    <div className="cb-redirect">
      <p className="cb-text">{words.redirect.text(host)}</p>
      {!safe ? <code className="cb-url">{url}</code> : null}
      {safe && method === 'GET' ? (
        <a
          className={onPage ? 'cb-button cb-primary' : 'cb-link'}
          href={url}
          onClick={onLeave}
          {...(onPage ? {} : { target: '_blank', rel: 'noreferrer' })}
        >
          {onPage ? words.redirect.go(host) : words.redirect.open(host)}
        </a>
      ) : null}
      {safe && method !== 'GET' && onPage ? (
        <button
          type="button"
          className="cb-button cb-primary"
          onClick={() => {
            onLeave?.();
            postTo(url, data);
          }}
        >
          {words.redirect.go(host)}
        </button>
      ) : null}
      {safe && method !== 'GET' && !onPage ? <code className="cb-url">{`${method} ${url}`}</code> : null}
      {data && method !== 'GET' && !onPage ? <Code className="cb-json">{JSON.stringify(data, null, 2)}</Code> : null}
    </div>
  );
}

/** What AM's page does with a redirect of the method POST: a form with `redirectData`, sent by the browser. */
function postTo(url: string, data: unknown): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  for (const [name, value] of Object.entries(isObject(data) ? data : {})) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = typeof value === 'string' ? value : JSON.stringify(value);
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
