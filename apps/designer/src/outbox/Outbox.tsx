import './outbox.css';
import type { Message, SessionRole } from '@tandem/engine/view';
import { Mailbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/index.ts';
import { MessageCard } from './MessageCard.tsx';

interface OutboxProps {
  simulation: string;
  messages: Readonly<Record<string, Message>>;
  /** Why mails did not go out; shown where nothing did. */
  unsent?: ReactNode;
  /** Whose journey a session is. */
  roleOf(session: string): SessionRole;
  /** It is only looked at: nothing can be answered at a moment before now. */
  past?: boolean;
  /** Opens a transaction in the phone of this screen. */
  onTransaction(id: string): void;
  /** Goes on with a suspended journey in the player of its role. */
  onSuspended(id: string, role: SessionRole): void;
}

/** What the journeys sent, newest first. */
export function Outbox({ simulation, messages, unsent, roleOf, past = false, onTransaction, onSuspended }: OutboxProps) {
  // On a clock that stands still many are sent at one time: the later one is newer all the same.
  const all = Object.values(messages)
    .reverse()
    .sort((a, b) => b.at - a.at);
  if (all.length === 0) {
    return (
      <EmptyState icon={<Mailbox size={22} aria-hidden="true" />} title={unsent ? 'Nothing was sent' : 'Nothing was sent yet'}>
        {unsent ?? 'Emails, SMS and push messages of the journeys arrive here instead of anywhere else.'}
      </EmptyState>
    );
  }
  return (
    <ol className="outbox">
      {all.map((message) => (
        <MessageCard
          key={message.id}
          simulation={simulation}
          message={message}
          role={roleOf(message.session)}
          past={past}
          onTransaction={onTransaction}
          onSuspended={onSuspended}
        />
      ))}
    </ol>
  );
}
