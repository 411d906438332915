import type { CustomNodeRecord } from '@tandem/api';
import { designerPath, Link } from '../../app/index.ts';
import { counted, journeysOf } from './words.ts';

interface Props {
  realm: string;
  /** What shall be deleted, used or not. */
  records: readonly CustomNodeRecord[];
}

/** Why types cannot be deleted: the journeys that use them, each a way there. */
export function UsedBy({ realm, records }: Props) {
  const used = records.filter(({ uses }) => uses.length > 0);
  const isOne = records.length === 1;
  return (
    <>
      <p>
        {isOne
          ? 'Journeys use it. Remove its nodes there first:'
          : used.length === records.length
            ? 'Journeys use them. Remove their nodes there first:'
            : `Journeys use ${used.length} of the ${records.length} chosen, which stay:`}
      </p>
      <ul className="type-users">
        {used.flatMap(({ nodeType, uses }) =>
          journeysOf(uses).map((journey) => (
            <li key={`${nodeType._id} ${journey}`}>
              {isOne ? null : `${nodeType.displayName}: `}
              <Link href={designerPath(realm, journey)}>{journey}</Link>
              <span className="dim"> · {counted(uses.filter((use) => use.journey === journey).length, 'node')}</span>
            </li>
          )),
        )}
      </ul>
    </>
  );
}
