import { Code } from '../Code.tsx';
import { Html } from '../html/Html.tsx';
import { outputNumber, outputText } from '../read.ts';
import type { FieldProps } from './types.ts';

const KINDS = ['information', 'warning', 'error'] as const;
const SYMBOLS = { information: 'i', warning: '!', error: '✕' } as const;
/** AM's messageType of a script for the browser. */
const SCRIPT = 4;

/** A message in words, or in HTML as AM's login UI draws it. A script is only shown: what a journey sends is never run here. */
export function TextOutput({ callback, id }: FieldProps) {
  const message = outputText(callback, 'message');
  const type = outputNumber(callback, 'messageType', 0);
  if (type === SCRIPT) {
    return (
      <details className="cb-code">
        <summary>Script for the browser, shown but not run</summary>
        <Code id={id}>{message}</Code>
      </details>
    );
  }
  const kind = KINDS[type] ?? 'information';
  return (
    <div className="cb-message" data-kind={kind}>
      <span className="cb-message-icon" aria-hidden="true">
        {SYMBOLS[kind]}
      </span>
      <div>
        {kind === 'information' ? null : <strong>{kind === 'warning' ? 'Warning: ' : 'Error: '}</strong>}
        <Html html={message} />
      </div>
    </div>
  );
}

/** The journey goes on from a link that was sent; there is nothing to press here. */
export function SuspendedText({ callback }: FieldProps) {
  return (
    <div className="cb-suspended">
      <div className="cb-text">
        <Html html={outputText(callback, 'message')} />
      </div>
      <p className="cb-note">You can close this page; the link that was sent continues from here.</p>
    </div>
  );
}
