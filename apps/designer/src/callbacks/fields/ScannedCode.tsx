import { useMemo } from 'react';
import { encode } from 'uqr';
import { useOnPage } from '../onPage.ts';
import { useWords } from '../words/context.ts';

/** A QR code to be scanned by an app on another device; on the phone itself its address opens that app. */
export function ScannedCode({ text }: { text: string }) {
  const words = useWords();
  const onPage = useOnPage();
  const { path, size } = useMemo(() => {
    const code = encode(text, { ecc: 'L', border: 2 });
    const cells = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: cells.join(''), size: code.size };
  }, [text]);
  return (
    <div className="cb-scan">
      <p className="cb-text">{words.code.scan}</p>
      <svg className="cb-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.code.label} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      {onPage && /^(otpauth|pushauth|mfauth|https?):\/\//i.test(text) ? (
        <a className="cb-link" href={text}>
          {words.code.here}
        </a>
      ) : null}
      <details className="cb-code">
        <summary>{words.code.text}</summary>
        <code className="cb-url">{text}</code>
      </details>
    </div>
  );
}
