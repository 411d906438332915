import type { JourneySummary } from '@tandem/api';
import { useQuery } from '@tanstack/react-query';
import {
  CircleX,
  Copy,
  Download,
  EllipsisVertical,
  House,
  Power,
  PowerOff,
  SlidersHorizontal,
  Tags,
  Trash2,
  TriangleAlert,
  Waypoints,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { designerPath, Link, problemCountsQuery } from '../app/index.ts';
import { Badge, IconButton, Menu } from '../components/index.ts';
import type { JourneyAction } from './dialogs.ts';
import { changedAt } from './pairs.ts';

export interface JourneyRowProps {
  realm: string;
  journey: JourneySummary;
  /** Its part in a pair. */
  part: 'main' | 'backchannel' | 'alone';
  /** Whether it runs when a request names no journey. */
  isDefault: boolean;
  isChosen: boolean;
  onChoose(id: string, chosen: boolean): void;
  onAction(ids: readonly string[], action: JourneyAction): void;
}

const icon = { size: 15, 'aria-hidden': true } as const;

function entriesOf({ enabled }: JourneySummary, isDefault: boolean): { id: JourneyAction; label: string; icon: ReactNode; isDanger?: boolean }[] {
  return [
    { id: 'details', label: 'Details', icon: <SlidersHorizontal {...icon} /> },
    { id: 'duplicate', label: 'Duplicate', icon: <Copy {...icon} /> },
    enabled ? { id: 'disable', label: 'Disable', icon: <PowerOff {...icon} /> } : { id: 'enable', label: 'Enable', icon: <Power {...icon} /> },
    { id: 'default', label: isDefault ? 'No longer the default' : 'Make it the default', icon: <House {...icon} /> },
    { id: 'uses', label: 'Where used', icon: <Waypoints {...icon} /> },
    { id: 'tag', label: 'Tag', icon: <Tags {...icon} /> },
    { id: 'export', label: 'Export', icon: <Download {...icon} /> },
    { id: 'delete', label: 'Delete', icon: <Trash2 {...icon} />, isDanger: true },
  ];
}

/** "3 nodes + 2 inner": those on the canvas, and those inside of pages. */
function countText({ nodeCount, innerCount }: JourneySummary): string {
  return `${nodeCount === 1 ? '1 node' : `${nodeCount} nodes`}${innerCount > 0 ? ` + ${innerCount} inner` : ''}`;
}

/** Errors, or else warnings, that the rules find in the journey as it is saved. */
function ProblemBadge({ realm, journey }: { realm: string; journey: string }) {
  const { data } = useQuery(problemCountsQuery(realm));
  const { error = 0, warning = 0 } = data?.journeys[journey] ?? {};
  if (error > 0)
    return (
      <Badge tone="failure" icon={<CircleX size={11} aria-hidden="true" />}>
        {error === 1 ? '1 error' : `${error} errors`}
      </Badge>
    );
  if (warning === 0) return null;
  return (
    <Badge tone="transaction" icon={<TriangleAlert size={11} aria-hidden="true" />}>
      {warning === 1 ? '1 warning' : `${warning} warnings`}
    </Badge>
  );
}

/** One journey of the library. */
export const JourneyRow = memo(function JourneyRow({ realm, journey, part, isDefault, isChosen, onChoose, onAction }: JourneyRowProps) {
  return (
    <div className="journey-row" data-role={part} data-journey={journey.id}>
      <label className="journey-choose">
        <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(journey.id, event.target.checked)} />
        <span className="visually-hidden">Choose {journey.id}</span>
      </label>
      <div className="journey-main">
        <Link href={designerPath(realm, journey.id)} className="journey-name" title={journey.id}>
          {journey.id}
        </Link>
        {journey.description ? <p className="journey-text">{journey.description}</p> : null}
      </div>
      <div className="journey-badges">
        {part === 'main' ? <Badge tone="main">main journey</Badge> : null}
        {part === 'backchannel' ? <Badge tone="backchannel">backchannel journey</Badge> : null}
        {isDefault ? (
          <Badge tone="accent" icon={<House size={11} aria-hidden="true" />}>
            default
          </Badge>
        ) : null}
        {journey.innerTreeOnly ? <Badge>inner</Badge> : null}
        {journey.transactionalOnly ? <Badge>transactional</Badge> : null}
        {journey.enabled ? null : (
          <Badge tone="waiting" icon={<Power size={11} aria-hidden="true" />}>
            disabled
          </Badge>
        )}
        <ProblemBadge realm={realm} journey={journey.id} />
        {journey.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </div>
      <span className="journey-count numeric">{countText(journey)}</span>
      <time className="journey-time numeric" dateTime={journey.modifiedAt} title={new Date(journey.modifiedAt).toLocaleString()}>
        {changedAt(journey.modifiedAt, Date.now())}
      </time>
      <Menu
        label={`Actions for ${journey.id}`}
        trigger={<IconButton label={`Actions for ${journey.id}`} icon={<EllipsisVertical size={16} aria-hidden="true" />} />}
        entries={entriesOf(journey, isDefault)}
        onAction={(id) => onAction([journey.id], id as JourneyAction)}
      />
    </div>
  );
});
