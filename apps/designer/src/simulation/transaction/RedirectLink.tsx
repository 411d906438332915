import { Copy, ExternalLink } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { copyToClipboard, IconButton } from '../../components/index.ts';

const QrCode = lazy(async () => ({ default: (await import('./QrCode.tsx')).QrCode }));

/** The link as the main journey got it: to copy, to open in a tab, to scan with a real phone. */
export function RedirectLink({ uri }: { uri: string }) {
  return (
    <div className="sim-redirect">
      <Suspense fallback={<span className="sim-qr" />}>
        <QrCode text={uri} label="QR code of the redirect link" />
      </Suspense>
      <div className="sim-redirect-text">
        <code className="sim-uri">{uri}</code>
        <span className="sim-redirect-actions">
          <IconButton size="small" label="Copy the link" icon={<Copy size={13} aria-hidden="true" />} onPress={() => copyToClipboard(uri, 'Link')} />
          <a className="sim-icon-link" href={uri} target="_blank" rel="noreferrer" aria-label="Open the link in a tab">
            <ExternalLink size={13} aria-hidden="true" />
          </a>
        </span>
      </div>
    </div>
  );
}
