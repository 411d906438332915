// Execution. For the engine only: the designer imports definitions from `@tandem/nodes`.
import type { Execute } from './contract.ts';
import { executeCustom } from './custom/execute.ts';
import { executeGeneric } from './generic/execute.ts';
import { completions, executors } from './registry/executors.ts';

export { completions, executeCustom, executeGeneric, executors };

/**
 * Execution of any node type: its own, that of custom nodes, or the generic one, where a person chooses.
 *
 * @param type AM's node type id
 * @param custom whether the realm has the custom node type; without saying so the id decides, and a missing definition is met at run time
 */
export function executorFor(type: string, custom = type.startsWith('designer-')): Execute {
  if (Object.hasOwn(executors, type)) return executors[type] ?? executeGeneric;
  return custom ? executeCustom : executeGeneric;
}
