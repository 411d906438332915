/** Parameters of a policy, as AM sends them. */
export type Params = Readonly<Record<string, unknown>>;

export function count(number: unknown, one: string, many: string): string {
  return `${number} ${Number(number) === 1 ? one : many}`;
}

export function list(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
