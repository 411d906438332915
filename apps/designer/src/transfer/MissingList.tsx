import type { MissingView } from '@tandem/api';
import { TriangleAlert } from 'lucide-react';
import { missingWords } from './words.ts';

const WHERE: Record<MissingView['kind'], string> = {
  journeys: 'Import it as well, or make it.',
  scripts: 'Import a file that brings it, or choose another script at the node.',
  emailTemplates: 'Make it under Realm, Email templates.',
  nodeTypes: 'Custom nodes come in a file of their own. A type that Tandem does not know is kept as it is.',
  variables: 'Make it under Realm, Variables and secrets.',
  pingOneWorkers: 'Tandem has none; on AIC, the tenant has to have it before the import.',
};
const MANY = 4;

/** What the journeys name and the realm will not have, with where they name it. */
export function MissingList({ missing }: { missing: readonly MissingView[] }) {
  if (missing.length === 0) return null;
  return (
    <section className="import-part">
      <h3>{`Missing after the import (${missing.length})`}</h3>
      <ul className="import-missing">
        {missing.map((lack) => {
          const { kind, id, uses } = lack;
          const words = missingWords(lack);
          return (
            <li key={`${kind} ${id}`}>
              <TriangleAlert size={14} aria-hidden="true" />
              <span>
                <strong>{words.what}</strong>
                <span className="dim">
                  {`${words.id} · used by ${uses
                    .slice(0, MANY)
                    .map(({ journey, name, node }) => `${name ?? node ?? ''} in ${journey}`)
                    .join(', ')}${uses.length > MANY ? ` and ${uses.length - MANY} more` : ''}. ${WHERE[kind]}`}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
