import './feedback.css';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'main' | 'backchannel' | 'transaction' | 'success' | 'failure' | 'waiting';

/** A small coloured label. Colour never stands alone: give it words, and an icon where the meaning matters. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
