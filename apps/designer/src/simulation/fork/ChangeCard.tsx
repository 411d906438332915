import type { ForkPointAnswer } from '@tandem/api';
import type { Session, SimulationState } from '@tandem/engine/view';
import { CodeXml, Database, type LucideIcon, MessageCircleQuestion, RefreshCw, Settings2, Timer, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { IconButton, Skeleton } from '../../components/index.ts';
import { AnswerPart } from './AnswerPart.tsx';
import type { Draft, DraftKind } from './drafts.ts';
import { LatencyPart } from './LatencyPart.tsx';
import { StatePart } from './StatePart.tsx';

const NodePart = lazy(() => import('./NodePart.tsx'));
const ScriptPart = lazy(() => import('./ScriptPart.tsx'));

export const KINDS: readonly { kind: DraftKind; label: string; Icon: LucideIcon }[] = [
  { kind: 'answer', label: 'Another answer', Icon: MessageCircleQuestion },
  { kind: 'node', label: 'Settings of a node', Icon: Settings2 },
  { kind: 'script', label: 'A script', Icon: CodeXml },
  { kind: 'state', label: 'A value of node state', Icon: Database },
  { kind: 'latency', label: 'Latency of a node', Icon: Timer },
  { kind: 'realm', label: 'The realm as it is now', Icon: RefreshCw },
];

interface ChangeCardProps {
  draft: Draft;
  /** At the fork's moment. */
  state: SimulationState;
  waiting: readonly Session[];
  journeys: readonly string[];
  answers: ForkPointAnswer['answers'];
  onChange(draft: Draft): void;
  onRemove(): void;
  onSubmit(): void;
}

/** One thing that is otherwise in the fork. */
export function ChangeCard(props: ChangeCardProps) {
  const { kind } = props.draft;
  const { label, Icon } = KINDS.find((one) => one.kind === kind) ?? (KINDS[0] as (typeof KINDS)[number]);
  return (
    <section className="fork-card" aria-label={label}>
      <header>
        <Icon size={14} aria-hidden="true" />
        <h3>{label}</h3>
        <IconButton size="small" label={`Leave out: ${label}`} icon={<X size={14} aria-hidden="true" />} onPress={props.onRemove} />
      </header>
      <Suspense fallback={<Skeleton label="Opening" lines={3} />}>
        <Body {...props} />
      </Suspense>
    </section>
  );
}

function Body({ draft, state, waiting, journeys, answers, onChange, onSubmit }: ChangeCardProps): ReactNode {
  switch (draft.kind) {
    case 'answer':
      return <AnswerPart {...{ draft, state, waiting, answers, onChange, onSubmit }} />;
    case 'node':
      return <NodePart {...{ draft, journeys, onChange }} />;
    case 'script':
      return <ScriptPart {...{ draft, journeys, onChange }} />;
    case 'state':
      return <StatePart {...{ draft, state, onChange }} />;
    case 'latency':
      return <LatencyPart {...{ draft, state, journeys, onChange }} />;
    case 'realm':
      return (
        <p className="dim">Journeys, scripts and everything else as the designer has them now, instead of the copy that this simulation runs.</p>
      );
  }
}
