/**
 * Names of a comma-separated query parameter that may be repeated. Names can hold commas themselves: the longest run of parts that is a known
 * name is taken as one.
 * @param known what there is; all of it when the parameter is absent
 */
export function namesIn(parameter: string | readonly string[] | undefined, known: Readonly<Record<string, unknown>>): string[] {
  if (parameter === undefined) return Object.keys(known);
  return [parameter].flat().flatMap((list) => {
    const parts = list.split(',');
    const names: string[] = [];
    for (let from = 0; from < parts.length; ) {
      let to = parts.length;
      while (to > from + 1 && !Object.hasOwn(known, parts.slice(from, to).join(','))) to--;
      const name = parts.slice(from, to).join(',');
      if (name !== '') names.push(name);
      from = to;
    }
    return names;
  });
}
