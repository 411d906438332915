import type { ParsedExport } from '../formats/parsed.ts';
import type { Issue, Realm, Script } from '../model.ts';

/** AM answers 409 to a second script of the same name in a realm. */
export function sharedScriptNames(after: Realm, parsed: ParsedExport): Issue[] {
  const byName = new Map<string, Script[]>();
  for (const script of Object.values(after.scripts)) {
    // Two of a name are enough to find another one, and keep this linear for thousands.
    const same = byName.get(script.name) ?? [];
    if (same.length < 2) byName.set(script.name, [...same, script]);
  }
  return parsed.journeys.flatMap(({ name: journey, scripts }) =>
    Object.values(scripts).flatMap((script) => {
      const other = byName.get(script.name)?.find(({ _id }) => _id !== script._id);
      if (other === undefined) return [];
      return [
        {
          journey,
          field: `scripts.${script._id}.name`,
          message: `The script name "${script.name}" is also that of script "${other._id}"; AM wants names to be unique.`,
          expected: 'a name of its own',
        },
      ];
    }),
  );
}
