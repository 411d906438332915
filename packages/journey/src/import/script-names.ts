import type { ParsedExport } from '../formats/parsed.ts';
import type { Issue, Realm, Script } from '../model.ts';

/** AM answers 409 to a second script of the same name in a realm. */
export function sharedScriptNames(after: Realm, parsed: ParsedExport): Issue[] {
  const byName = new Map<string, Script[]>();
  for (const script of Object.values(after.scripts)) byName.set(script.name, [...(byName.get(script.name) ?? []), script]);
  return parsed.journeys.flatMap(({ name: journey, scripts }) =>
    Object.values(scripts).flatMap((script) => {
      const others = (byName.get(script.name) ?? []).filter((other) => other._id !== script._id);
      if (others.length === 0) return [];
      return [
        {
          journey,
          field: `scripts.${script._id}.name`,
          message: `The script name "${script.name}" is also that of script "${others[0]?._id}"; AM wants names to be unique.`,
          expected: 'a name of its own',
        },
      ];
    }),
  );
}
