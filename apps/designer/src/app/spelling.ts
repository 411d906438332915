import { isDots } from '@tandem/api';

/** Longer names fit neither a row nor a file name with its ending. */
export const LONGEST_NAME = 100;

/** Why something that is known by its name cannot be written like this, or null. */
export function spellingProblem(name: string): string | null {
  if (/[/\\?#%]/.test(name)) return 'A name without / \\ ? # or %.';
  // As a part of an address, one or two dots mean the folder itself or the one above.
  if (isDots(name)) return 'A name of more than dots.';
  if (name.length > LONGEST_NAME) return `At most ${LONGEST_NAME} characters; these are ${name.length}.`;
  return null;
}
