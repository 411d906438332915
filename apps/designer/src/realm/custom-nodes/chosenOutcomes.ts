import type { CustomNodeType } from '@tandem/journey';
import { scriptFacts } from '@tandem/scripting/language';

/** An outcome that the script chooses and the type does not have. */
export interface UnknownOutcome {
  name: string;
  line: number;
}

/** Outcomes that a run would fail with ("Invalid outcome from script"), each once. Those that only a run knows are not looked at. */
export function unknownOutcomes({ script, outcomes }: Pick<CustomNodeType, 'script' | 'outcomes'>): UnknownOutcome[] {
  const found = new Map<string, UnknownOutcome>();
  for (const { value, line } of scriptFacts(script).outcomes) {
    if (value === null || !('text' in value) || outcomes.includes(value.text) || found.has(value.text)) continue;
    found.set(value.text, { name: value.text, line });
  }
  return [...found.values()];
}
