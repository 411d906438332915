/** An AM client as small as curl: for tests that look at the server, not at the browser. */

export interface Callback {
  type: string;
  output?: { name: string; value: unknown }[];
  input?: { name: string; value: unknown }[];
}
export interface Step {
  authId?: string;
  callbacks?: Callback[];
  tokenId?: string;
  code?: number;
  message?: string;
}

export async function post(url: string, body?: unknown): Promise<Step> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Step;
}

export function authenticateUrl(base: string): string {
  return `${base}/json/realms/root/realms/alpha/authenticate`;
}

/** The step with these values in the inputs of its callbacks, in order. */
export function filled(step: Step, ...values: unknown[]): Step {
  const callbacks = step.callbacks?.map((callback) => ({
    ...callback,
    ...(callback.input
      ? { input: callback.input.map((input, index) => (index === 0 && values.length > 0 ? { ...input, value: values.shift() } : input)) }
      : {}),
  }));
  return { ...step, callbacks };
}

export function output(step: Step, type: string, name: string): string | undefined {
  const value = step.callbacks?.find((callback) => callback.type === type)?.output?.find((candidate) => candidate.name === name)?.value;
  return value === undefined ? undefined : String(value);
}
