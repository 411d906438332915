import { type NodeContext, NodeProcessError } from '../contract.ts';

/**
 * A number that shared state holds; undefined without one.
 *
 * @throws NodeProcessError for anything else: AM's JsonValue refuses to read it as a number, which ends the journey
 */
export function sharedNumber(context: NodeContext, key: string): number | undefined {
  const value = context.state.getIn('shared', key);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw new NodeProcessError(`Node processing failed: "${key}" in shared state is no number.`);
  return value;
}
