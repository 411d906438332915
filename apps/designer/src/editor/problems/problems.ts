import type { Finding, Severity } from '@tandem/lint';
import type { Editing } from '../EditorContext.ts';
import { showPlace } from '../showPlace.ts';

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Errors by node on the canvas: those that its card is marked with. */
export function countByNode(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { node, severity } of findings) if (node !== null && severity === 'error') counts.set(node, (counts.get(node) ?? 0) + 1);
  return counts;
}

/** "2 errors, 1 warning". */
export function countWords(counts: Record<Severity, number>): string {
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = counts[severity];
    const noun = severity === 'info' ? 'note' : severity;
    return count === 0 ? [] : [`${count} ${count === 1 ? noun : `${noun}s`}`];
  });
  return words.join(', ');
}

/** Goes to where a finding is: the line of the script, the setting, the node or what stands in its page. */
export function showProblem(editing: Pick<Editing, 'store' | 'reveal'>, { node, child, field, script }: Finding): void {
  showPlace(editing, { node, child, field, script: script && { script: script.id, line: script.line } });
}
