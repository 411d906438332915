import type { RetentionAnswer } from '@tandem/api';

/** What becomes of simulations that nobody keeps. */
export function retentionText({ days, most }: RetentionAnswer): string {
  if (days === 0 && most === 0) return 'Every simulation stays until somebody deletes it.';
  const old = days === 0 ? null : `${days} ${days === 1 ? 'day' : 'days'} after it was created`;
  const many = most === 0 ? null : `once there are more than ${most.toLocaleString('en')}, the oldest first`;
  return `A simulation without a name or a pin is deleted ${[old, many].filter((part) => part !== null).join(', or ')}.`;
}

/** "one simulation", "12 simulations" */
export const countText = (count: number): string => (count === 1 ? 'one simulation' : `${count.toLocaleString('en')} simulations`);
