import type { CustomNodeRecord } from '@tandem/api';
import { SCRIPT_ERROR } from '@tandem/nodes';
import { Fragment } from 'react';
import { customNodePath, Link } from '../../app/index.ts';
import { Badge } from '../../components/index.ts';
import { categoryName, ownTags } from './categories.ts';
import { counted, journeysOf } from './words.ts';

interface Props {
  realm: string;
  rows: readonly CustomNodeRecord[];
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
}

/** Longer names of outcomes may wrap. */
const WHOLE = 24;

function Users({ uses }: Pick<CustomNodeRecord, 'uses'>) {
  const journeys = journeysOf(uses);
  if (journeys.length === 0) return <span className="dim">no journey</span>;
  return (
    <>
      {journeys.slice(0, 3).join(', ')}
      {journeys.length > 3 ? ` and ${journeys.length - 3} more` : ''}
      <span className="dim numeric">
        {' · '}
        <span className="type-whole">{counted(uses.length, 'node')}</span>
      </span>
    </>
  );
}

/** The types, to be opened or chosen. */
export function CustomNodeTable({ realm, rows, chosen, onChoose }: Props) {
  const isAll = rows.length > 0 && rows.every(({ nodeType }) => chosen.has(nodeType._id));
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  return (
    <div className="table-frame">
      <table className="table type-table" aria-label="Custom nodes">
        <thead>
          <tr>
            <th scope="col">
              <label className="type-check">
                <input
                  type="checkbox"
                  aria-label="Choose all shown"
                  checked={isAll}
                  onChange={() =>
                    toggle(
                      rows.map(({ nodeType }) => nodeType._id),
                      !isAll,
                    )
                  }
                />
              </label>
            </th>
            <th scope="col" data-wide>
              Name
            </th>
            <th scope="col">Category</th>
            <th scope="col">Tags</th>
            <th scope="col">Outcomes</th>
            <th scope="col">Used by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ nodeType, uses }) => (
            <tr key={nodeType._id}>
              <td>
                <label className="type-check">
                  <input
                    type="checkbox"
                    aria-label={`Choose ${nodeType.displayName}`}
                    checked={chosen.has(nodeType._id)}
                    onChange={(event) => toggle([nodeType._id], event.target.checked)}
                  />
                </label>
              </td>
              <td>
                <Link className="type-open" href={customNodePath(realm, nodeType._id)}>
                  {nodeType.displayName}
                </Link>
                {nodeType.description ? <p className="dim type-about">{nodeType.description}</p> : null}
              </td>
              <td>{categoryName(nodeType)}</td>
              <td>
                <span className="type-tags">
                  {ownTags(nodeType).map((tag) => (
                    <Badge key={tag}>{tag}</Badge>
                  ))}
                </span>
              </td>
              <td>
                {[...nodeType.outcomes, ...(nodeType.errorOutcome ? [SCRIPT_ERROR] : [])].map((name, index) => (
                  <Fragment key={name}>
                    {index > 0 ? ', ' : ''}
                    <span className={name.length > WHOLE ? undefined : 'type-whole'}>{name}</span>
                  </Fragment>
                ))}
              </td>
              <td>
                <Users uses={uses} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
