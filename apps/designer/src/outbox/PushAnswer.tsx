import type { Message } from '@tandem/engine/view';
import { Check, Clock, X } from 'lucide-react';
import { useState } from 'react';
import { Badge, Button, ErrorBox } from '../components/index.ts';
import { answerMessage } from '../simulation/api.ts';
import { useNow } from '../simulation/hooks.ts';

interface Answer {
  approve: boolean;
  number?: string;
}
interface PushAnswerProps {
  simulation: string;
  message: Message;
  /** It is looked at as it was then, and cannot be answered. */
  past: boolean;
}

/** What the phone offers: approve and deny, or the numbers to choose from; afterwards, what became of it. */
export function PushAnswer({ simulation, message, past }: PushAnswerProps) {
  const now = useNow();
  const [sent, setSent] = useState<{ answer: Answer; underWay: boolean; error: unknown } | null>(null);
  const { push } = message;
  const send = async (answer: Answer) => {
    setSent({ answer, underWay: true, error: null });
    try {
      await answerMessage(simulation, message.id, answer);
      setSent({ answer, underWay: false, error: null });
    } catch (error) {
      setSent({ answer, underWay: false, error });
    }
  };
  if (message.answered) return <Result approved={message.approved === true} />;
  if (push && now >= push.expiresAt)
    return (
      <Badge tone="neutral" icon={<Clock size={12} aria-hidden="true" />}>
        expired
      </Badge>
    );
  const busy = sent?.underWay === true;
  return (
    <>
      {push?.context ? <Context context={push.context} /> : null}
      {push?.numbers ? <p>Which number does the browser show?</p> : null}
      {past ? <Badge tone="waiting">not answered yet</Badge> : null}
      <div className="message-answer" hidden={past}>
        {push?.numbers ? (
          push.numbers.map((number) => (
            <Button key={number} size="small" isDisabled={busy} onPress={() => void send({ approve: true, number })}>
              {number}
            </Button>
          ))
        ) : (
          <Button size="small" kind="primary" isDisabled={busy} onPress={() => void send({ approve: true })}>
            {push?.type === 'BIOMETRIC' ? 'Approve by fingerprint' : 'Approve'}
          </Button>
        )}
        <Button size="small" kind="danger" isDisabled={busy} onPress={() => void send({ approve: false })}>
          Deny
        </Button>
      </div>
      {sent?.error ? <ErrorBox title="The answer was not taken" error={sent.error} onRetry={() => void send(sent.answer)} /> : null}
    </>
  );
}

function Result({ approved }: { approved: boolean }) {
  const Icon = approved ? Check : X;
  return (
    <Badge tone={approved ? 'success' : 'failure'} icon={<Icon size={12} aria-hidden="true" />}>
      {approved ? 'approved' : 'denied'}
    </Badge>
  );
}

const NAMES: Record<string, string> = { remoteIp: 'Address', userAgent: 'Browser', location: 'Location' };

function Context({ context }: { context: Record<string, unknown> }) {
  return (
    <dl className="message-context">
      {Object.entries(context).map(([key, value]) => (
        <div key={key}>
          <dt>{NAMES[key] ?? key}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
