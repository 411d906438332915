import type { Issue } from '@tandem/journey';
import { TriangleAlert } from 'lucide-react';
import { whereOf } from '../components/index.ts';
import { expectedSentence, warningPlace } from './words.ts';

/** What an import takes, but AM would stumble over later. */
export function Warnings({ warnings }: { warnings: readonly Issue[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="import-warnings" aria-label="Warnings">
      {warnings.map((warning) => (
        <li key={`${whereOf(warning)}${warning.message}`}>
          <TriangleAlert size={14} aria-hidden="true" />
          <span>
            <strong>{warningPlace(warning)}</strong> {warning.message}{' '}
            {warning.expected ? <span className="dim">{expectedSentence(warning.expected)}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
