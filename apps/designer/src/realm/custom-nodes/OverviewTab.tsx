import type { CustomNodeRecord } from '@tandem/api';
import { type CustomNodeType, customTypeId } from '@tandem/journey';
import { ArrowUpRight, Route } from 'lucide-react';
import { designerPath, Link } from '../../app/index.ts';
import { EmptyState } from '../../components/index.ts';
import { journeysOf } from './words.ts';

/** Where the type is used: how many journeys and nodes, and the way to each. */
export function OverviewTab({ realm, type, uses }: { realm: string; type: CustomNodeType; uses: CustomNodeRecord['uses'] }) {
  const journeys = journeysOf(uses);
  return (
    <div className="type-tab">
      <dl className="type-facts">
        <div>
          <dt>Journeys that use it</dt>
          <dd className="numeric">{journeys.length}</dd>
        </div>
        <div>
          <dt>Nodes in all journeys</dt>
          <dd className="numeric">{uses.length}</dd>
        </div>
        <div>
          <dt>Node type</dt>
          <dd className="mono">{customTypeId(type)}</dd>
        </div>
      </dl>
      {journeys.length === 0 ? (
        <EmptyState icon={<Route size={24} aria-hidden="true" />} title="No journey uses it yet">
          Place it in a journey from the palette, under Custom nodes; the journey is listed here then.
        </EmptyState>
      ) : (
        <div className="table-frame">
          <table className="table" aria-label="Journeys that use it">
            <thead>
              <tr>
                <th scope="col">Journey</th>
                <th scope="col" data-wide>
                  Nodes
                </th>
                <th scope="col">
                  <span className="visually-hidden">Go there</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {journeys.map((journey) => (
                <tr key={journey}>
                  <td>{journey}</td>
                  <td>
                    {uses
                      .filter((use) => use.journey === journey)
                      .map(({ displayName, field }) => (field === undefined ? displayName : `${displayName} (provides its settings)`))
                      .join(', ')}
                  </td>
                  <td>
                    <Link className="type-go" href={designerPath(realm, journey)} aria-label={`View journey ${journey}`}>
                      <ArrowUpRight size={14} aria-hidden="true" />
                      View journey
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
