import { Code } from '../Code.tsx';
import { outputOf, outputText } from '../read.ts';
import type { FieldProps } from './types.ts';

/** Where AM would send the browser. Nothing is opened by itself: the person decides, and comes back to go on. */
export function RedirectField({ callback }: FieldProps) {
  const url = outputText(callback, 'redirectUrl');
  const method = outputText(callback, 'redirectMethod') || 'GET';
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
      <p className="cb-text">
        This step continues at <strong>{host}</strong> ({method}).
      </p>
      {safe && method === 'GET' ? (
        <a className="cb-link" href={url} target="_blank" rel="noreferrer">
          Open {host}
        </a>
      ) : (
        <code className="cb-url">{url}</code>
      )}
      {data && method !== 'GET' ? <Code className="cb-json">{JSON.stringify(data, null, 2)}</Code> : null}
    </div>
  );
}
