import type { SessionRole } from '@tandem/engine/view';
import { suspendedOf, transactionOf } from '../callbacks/index.ts';
import { Button } from '../components/index.ts';
import { LinkCode } from './LinkCode.tsx';

interface MessageLinksProps {
  links: readonly string[];
  role: SessionRole;
  past: boolean;
  onTransaction(id: string): void;
  onSuspended(id: string, role: SessionRole): void;
}

/** The addresses in a message. Those that lead into a journey open in the player whose journey it is, or in a tab like anybody's. */
export function MessageLinks({ links, role, past, onTransaction, onSuspended }: MessageLinksProps) {
  return links.map((link) => {
    const transaction = transactionOf(link);
    const suspended = suspendedOf(link);
    return (
      <div key={link} className="message-link">
        <a href={link} target="_blank" rel="noreferrer">
          {link}
        </a>
        {past ? null : transaction ? (
          <Button size="small" onPress={() => onTransaction(transaction)}>
            Open in phone
          </Button>
        ) : suspended ? (
          <Button size="small" onPress={() => onSuspended(suspended, role)}>
            {role === 'main' ? 'Go on in browser' : 'Go on in phone'}
          </Button>
        ) : null}
        {transaction || suspended ? <LinkCode link={link} /> : null}
      </div>
    );
  });
}
