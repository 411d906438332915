import * as z from 'zod';

/** Whether a name is `.` or `..`: in an address it would be another place (RFC 3986, 5.2.4), so nothing that is known by its name can be called so. */
export function isDots(name: string): boolean {
  return name === '.' || name === '..';
}

/** A name that is given to something, and becomes part of its address. */
export const newNameSchema = z
  .string()
  .trim()
  .min(1)
  .refine((name) => !isDots(name), 'Nothing can be called "." or "..": its address would be another one.');
