import './uses.css';
import type { JourneyUseAnswer } from '@tandem/api';
import { designerPath, Link } from '../../app/index.ts';

/** How a place refers to a journey, as a sentence's end. */
function howText(use: JourneyUseAnswer): string {
  if (use.kind === 'default') return 'runs when a request names no journey';
  if (use.kind === 'script') return `names it in the script ${use.scriptName}`;
  return use.kind === 'inner' ? 'runs it inside' : 'starts it';
}

interface UseListProps {
  realm: string;
  uses: readonly JourneyUseAnswer[];
  /** Several journeys are meant: each line names its own. */
  namesTarget?: boolean;
}

/** Places that refer to journeys, each with the journey to go to. */
export function UseList({ realm, uses, namesTarget = false }: UseListProps) {
  return (
    <ul className="uses">
      {uses.map((use) => (
        <li key={`${use.kind} ${use.target} ${use.kind === 'default' ? '' : `${use.journey} ${use.node}`}`} className="use">
          {use.kind === 'default' ? (
            <strong>Default journey of {realm}</strong>
          ) : (
            <span>
              <Link href={designerPath(realm, use.journey)}>{use.journey}</Link> · {use.displayName}
            </span>
          )}
          <span className="dim">
            {howText(use)}
            {namesTarget ? `: ${use.target}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
