/** Addresses of what a simulation gives away. */

const path = (id: string) => `/api/simulations/${encodeURIComponent(id)}`;

export const exportPath = (id: string, query: Record<string, string>): string => `${path(id)}/export?${new URLSearchParams(query)}`;
export const filePath = (id: string, secrets: boolean): string => `${path(id)}/file${secrets ? '?secrets=true' : ''}`;

/** @param seq moment to open it at; null: as it is when it is opened */
export function linkTo(origin: string, id: string, seq: number | null): string {
  return `${origin}/simulations/${encodeURIComponent(id)}${seq === null ? '' : `?moment=${seq}`}`;
}

/** Whether an address leads to the very machine of whoever follows it. */
export const isOwnMachine = (hostname: string): boolean => /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
