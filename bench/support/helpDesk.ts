import { type Connection, json } from './client.ts';

/** The help desk pair of the first run, driven over HTTP. */

export const ENDPOINT = '/json/realms/root/realms/alpha/authenticate';
export const STARTED = '?authIndexType=service&authIndexValue=HelpDeskVerify';

type Step = Record<string, unknown> & { callbacks: { type: string; output?: { name: string; value: unknown }[]; input?: { value: unknown }[] }[] };

function filled(step: Step, type: string, value: string): Step {
  const input = step.callbacks.find((callback) => callback.type === type)?.input?.[0];
  if (!input) throw new Error(`There is no ${type} in ${JSON.stringify(step)}.`);
  input.value = value;
  return step;
}

/** An agent looks up a user and is told to wait: the step of "Pending Wait". @param endpoint of the simulation's `authenticate` */
export async function pendingWait(client: Connection, endpoint: string): Promise<Step> {
  const page = (await json(client, endpoint + STARTED, {})) as Step;
  return (await json(client, endpoint, filled(page, page.callbacks[0]?.type ?? '', 'bjensen@example.com'))) as Step;
}
