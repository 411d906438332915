import { lazy, Suspense } from 'react';
import { Code } from '../Code.tsx';
import { Html } from '../html/Html.tsx';
import { outputNumber, outputText } from '../read.ts';
import { codeInScript } from '../script.ts';
import { useWords } from '../words/context.ts';
import type { FieldProps } from './types.ts';

const ScannedCode = lazy(async () => ({ default: (await import('./ScannedCode.tsx')).ScannedCode }));

const KINDS = ['information', 'warning', 'error'] as const;
const SYMBOLS = { information: 'i', warning: '!', error: '✕' } as const;
/** AM's messageType of a script for the browser. */
const SCRIPT = 4;

/** A message in words, or in HTML as AM's login UI draws it. A script is only shown: what a journey sends is never run here. */
export function TextOutput({ callback, id }: FieldProps) {
  const words = useWords();
  const message = outputText(callback, 'message');
  const type = outputNumber(callback, 'messageType', 0);
  if (type === SCRIPT) {
    const code = codeInScript(message);
    if (code !== null) {
      return (
        <Suspense fallback={<div className="cb-scan" />}>
          <ScannedCode text={code} />
        </Suspense>
      );
    }
    return (
      <details className="cb-code">
        <summary>{words.script}</summary>
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
        {kind === 'information' ? null : <strong>{kind === 'warning' ? words.warning : words.error}</strong>}
        <Html html={message} />
      </div>
    </div>
  );
}

/** The journey goes on from a link that was sent; there is nothing to press here. */
export function SuspendedText({ callback }: FieldProps) {
  const words = useWords();
  return (
    <div className="cb-suspended">
      <div className="cb-text">
        <Html html={outputText(callback, 'message')} />
      </div>
      <p className="cb-note">{words.suspended}</p>
    </div>
  );
}
