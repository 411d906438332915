import type { ScriptRecord } from '@tandem/api';

/** What requires a library, by name. */
export const requirersOf = ({ requiredBy, requiredByNodeTypes }: ScriptRecord): string[] => [
  ...requiredBy,
  ...requiredByNodeTypes.map((name) => `the custom node ${name}`),
];
