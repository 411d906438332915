/**
 * A fork goes on with what its parent's journeys wrote: redirect URIs and links that lead to the parent. What clients and viewers are told of them
 * leads to the fork instead; what is kept stays as it is, byte for byte.
 */
export type OwnAddresses = <T>(value: T) => T;

/** @param ancestors simulations whose steps it took over; a live one is reached under `/am` */
export function ownAddresses(id: string, ancestors: readonly string[]): OwnAddresses {
  if (ancestors.length === 0) return (value) => value;
  const patterns = ancestors.map((ancestor) => {
    const path = ancestor.startsWith('live-') ? '/am' : `/sim/${ancestor}/am`;
    return new RegExp(`(https?://[^/\\s"'<>\\\\]+)${path}(?=[/?"'\\s<\\\\])`, 'g');
  });
  return (value) => {
    const text = JSON.stringify(value);
    if (text === undefined) return value;
    const changed = patterns.reduce((told, pattern) => told.replace(pattern, `$1/sim/${id}/am`), text);
    return changed === text ? value : JSON.parse(changed);
  };
}
