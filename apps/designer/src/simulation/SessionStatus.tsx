import type { Session } from '@tandem/engine/view';
import { CircleCheck, CircleX, Hourglass, LoaderCircle, Minus } from 'lucide-react';
import { Badge } from '../components/index.ts';
import { type StatusTone, sessionText } from './derive/sessionText.ts';
import { useNow } from './hooks.ts';

const ICONS = {
  neutral: Minus,
  waiting: Hourglass,
  success: CircleCheck,
  failure: CircleX,
  main: LoaderCircle,
  backchannel: LoaderCircle,
} satisfies Record<StatusTone, unknown>;

/** How a session stands, with its countdown. */
export function SessionStatus({ session }: { session: Session | null }) {
  const { text, tone } = sessionText(session, useNow());
  const Icon = ICONS[tone];
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden="true" />}>
      <span className="numeric">{text}</span>
    </Badge>
  );
}
