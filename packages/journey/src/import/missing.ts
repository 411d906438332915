import type { Finding, Lack } from './review.ts';

/** Something that journeys name and the realm lacks, with every place that names it. */
export interface Missing extends Lack {
  uses: { journey: string; node?: string; field?: string }[];
}

/** What findings say is missing, each thing once. */
export function groupLacks(findings: readonly Finding[]): Missing[] {
  const missing = new Map<string, Missing>();
  for (const { lacks, journey = '', node, field } of findings) {
    if (lacks === undefined) continue;
    const key = `${lacks.kind} ${lacks.id}`;
    const known = missing.get(key) ?? { ...lacks, uses: [] };
    known.uses.push({ journey, ...(node === undefined ? {} : { node }), ...(field === undefined ? {} : { field }) });
    missing.set(key, known);
  }
  return [...missing.values()];
}
