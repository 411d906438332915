/**
 * Reads a list that mostly grows at its end: of one that begins as the one before did only the new entries are looked at, however long it is. Any
 * other list is read from its beginning.
 *
 * @param begin what is read from an empty list
 * @param add takes the next entry into it
 * @returns reads a list; the result is the same object, changed, for as long as the list only grows
 */
export function growingReader<T, R>(begin: () => R, add: (read: R, entry: T) => void): (list: readonly T[]) => R {
  let kept: { list: readonly T[]; read: R } = { list: [], read: begin() };
  return (list) => {
    const known = kept.list.length;
    const grew = list.length >= known && (known === 0 || (list[0] === kept.list[0] && list[known - 1] === kept.list[known - 1]));
    const read = grew ? kept.read : begin();
    for (let at = grew ? known : 0; at < list.length; at++) add(read, list[at] as T);
    kept = { list, read };
    return read;
  };
}
