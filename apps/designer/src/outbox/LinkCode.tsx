import { useState } from 'react';
import { QrCode } from '../simulation/transaction/QrCode.tsx';

/** A link that leads into a journey, for a real phone; made when it is looked at, as an outbox may hold many. */
export function LinkCode({ link }: { link: string }) {
  const [shown, setShown] = useState(false);
  return (
    <details className="message-code" onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>QR code for a phone</summary>
      {shown ? <QrCode text={link} label="QR code of the link" /> : null}
    </details>
  );
}
