import './table.css';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/index.ts';

export interface Column<T> {
  label: string;
  /** Of the first column a text: it is the button that opens the row. */
  cell(row: T): ReactNode;
  /** Monospace, for ids and addresses. */
  mono?: boolean;
  /** Takes the room that the others leave. */
  wide?: boolean;
}

/** More rows at once make a slow page; nobody reads so many. */
const AT_ONCE = 200;

/** Rows that are opened by the button in their first cell; it lies under the whole row. */
export function DataTable<T>({
  label,
  columns,
  rows,
  keyOf,
  onOpen,
}: {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf(row: T): string;
  onOpen(row: T): void;
}) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <div className="table-frame">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" data-wide={column.wide || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) => (
                <td key={column.label} data-mono={column.mono || undefined}>
                  {index === 0 ? (
                    <button type="button" className="table-open" onClick={() => onOpen(row)}>
                      {column.cell(row)}
                    </button>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown ? (
        <div className="table-more">
          <span className="dim numeric">{`${shown} of ${rows.length}`}</span>
          <Button size="small" onPress={() => setShown(shown + AT_ONCE)}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}
