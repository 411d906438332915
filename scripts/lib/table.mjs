/** Rows as text in columns; numbers to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const right = rows[0].map((_, column) => rows.slice(1).every((row) => row[column] !== '' && !Number.isNaN(Number(row[column]))));
  const cell = (value, column) => String(value)[right[column] ? 'padStart' : 'padEnd'](widths[column]);
  return rows.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('');
}
