import type { Finding, Severity } from '@tandem/lint';
import { nothingSelected } from '../../canvas/index.ts';
import type { Editing } from '../EditorContext.ts';
import { focusSettings } from '../focusSettings.ts';

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

/** Until the canvas has brought a node into view, which takes the focus, too. */
const REVEALED_MS = 260;

/** Goes to where a finding is: the node, what stands in its page, the setting. What is about the journey goes to its settings. */
export function showProblem({ store, reveal }: Pick<Editing, 'store' | 'reveal'>, { node, child, field }: Finding): void {
  if (node === null) store.select(nothingSelected);
  else {
    reveal(node);
    store.select({ nodes: [node], edge: null }, child);
  }
  if (field !== undefined) setTimeout(() => focusSettings(field), REVEALED_MS);
}
