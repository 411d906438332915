import { useMemo } from 'react';
import { encode } from 'uqr';
import { isThisMachine } from './thisMachine.ts';

/** A QR code as one SVG path, dark on light in both themes, as readers expect; and what to do where a phone could not follow it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const code = encode(text, { ecc: 'L', border: 2 });
    const cells = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: cells.join(''), size: code.size };
  }, [text]);
  return (
    <>
      <svg className="sim-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <path d={path} />
      </svg>
      {isThisMachine(text) ? (
        <p className="dim sim-note">
          A phone cannot open this link: it leads to this machine only. Let a proxy or a tunnel lead here, start Tandem with its address in{' '}
          <code>TANDEM_PUBLIC_URL</code>, and run the journey again.
        </p>
      ) : null}
    </>
  );
}
