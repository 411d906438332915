import type { Message, SessionRole } from '@tandem/engine/view';
import { BellRing, Mail, MessageSquare } from 'lucide-react';
import { clockText } from '../simulation/derive/timeline.ts';
import { MailBody } from './MailBody.tsx';
import { MessageLinks } from './MessageLinks.tsx';
import { PushAnswer } from './PushAnswer.tsx';

const KINDS = { email: { name: 'Email', Icon: Mail }, sms: { name: 'SMS', Icon: MessageSquare }, push: { name: 'Push', Icon: BellRing } } as const;

interface MessageCardProps {
  simulation: string;
  message: Message;
  /** Whose journey sent it. */
  role: SessionRole;
  past: boolean;
  onTransaction(id: string): void;
  onSuspended(id: string, role: SessionRole): void;
}

/** One message as its receiver gets it: its links open here, a push is answered here. */
export function MessageCard({ simulation, message, role, past, onTransaction, onSuspended }: MessageCardProps) {
  const { name, Icon } = KINDS[message.kind];
  return (
    <li className="message" data-kind={message.kind}>
      <header>
        <Icon size={14} aria-hidden="true" />
        <strong>{name}</strong>
        <span className="message-to">to {message.to}</span>
        <time className="numeric dim" dateTime={new Date(message.at).toISOString()}>
          {clockText(message.at)}
        </time>
      </header>
      {message.from ? <p className="message-from dim">from {message.from}</p> : null}
      {message.subject ? <h3>{message.subject}</h3> : null}
      {message.html === null ? (
        <p className="message-text">{message.text}</p>
      ) : (
        <MailBody html={message.html} text={message.text} subject={message.subject ?? ''} />
      )}
      <MessageLinks links={message.links} role={role} past={past} onTransaction={onTransaction} onSuspended={onSuspended} />
      {message.kind === 'push' ? <PushAnswer simulation={simulation} message={message} past={past} /> : null}
    </li>
  );
}
