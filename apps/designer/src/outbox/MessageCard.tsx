import type { Message } from '@tandem/engine/view';
import { BellRing, Check, Mail, MessageSquare, X } from 'lucide-react';
import { useState } from 'react';
import { transactionOf } from '../callbacks/index.ts';
import { Badge, Button, ErrorBox } from '../components/index.ts';
import { answerMessage } from '../simulation/api.ts';
import { clockText } from '../simulation/derive/timeline.ts';

const KINDS = { email: { name: 'Email', Icon: Mail }, sms: { name: 'SMS', Icon: MessageSquare }, push: { name: 'Push', Icon: BellRing } } as const;

interface MessageCardProps {
  simulation: string;
  message: Message;
  onTransaction(id: string): void;
}

/** One message: its links open here, a push is approved or denied here. */
export function MessageCard({ simulation, message, onTransaction }: MessageCardProps) {
  const { name, Icon } = KINDS[message.kind];
  const [answer, setAnswer] = useState<{ approve: boolean; underWay: boolean; error: unknown } | null>(null);
  const send = async (approve: boolean) => {
    setAnswer({ approve, underWay: true, error: null });
    try {
      await answerMessage(simulation, message.id, { approve });
      setAnswer({ approve, underWay: false, error: null });
    } catch (error) {
      setAnswer({ approve, underWay: false, error });
    }
  };
  return (
    <li className="message">
      <header>
        <Icon size={14} aria-hidden="true" />
        <strong>{name}</strong>
        <span className="message-to">to {message.to}</span>
        <time className="numeric dim" dateTime={new Date(message.at).toISOString()}>
          {clockText(message.at)}
        </time>
      </header>
      {message.subject ? <h3>{message.subject}</h3> : null}
      <p className="message-text">{message.text}</p>
      {message.links.map((link) => {
        const transaction = transactionOf(link);
        return (
          <p key={link} className="message-link">
            <a href={link} target="_blank" rel="noreferrer">
              {link}
            </a>
            {transaction ? (
              <Button size="small" onPress={() => onTransaction(transaction)}>
                Open in phone
              </Button>
            ) : null}
          </p>
        );
      })}
      {message.kind !== 'push' ? null : message.answered ? (
        <Badge
          tone={message.approved ? 'success' : 'failure'}
          icon={message.approved ? <Check size={12} aria-hidden="true" /> : <X size={12} aria-hidden="true" />}
        >
          {message.approved ? 'approved' : 'denied'}
        </Badge>
      ) : (
        <div className="message-answer">
          <Button size="small" kind="primary" isDisabled={answer?.underWay === true} onPress={() => void send(true)}>
            Approve
          </Button>
          <Button size="small" kind="danger" isDisabled={answer?.underWay === true} onPress={() => void send(false)}>
            Deny
          </Button>
        </div>
      )}
      {answer?.error ? <ErrorBox title="The answer was not taken" error={answer.error} onRetry={() => void send(answer.approve)} /> : null}
    </li>
  );
}
