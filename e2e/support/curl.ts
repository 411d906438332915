import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { authenticateUrl, type Step } from './am.ts';

const run = promisify(execFile);

/** One request to AM's authenticate endpoint by curl: a client that knows nothing of Tandem, in a process of its own. */
export async function curl(base: string, query: string, body?: object): Promise<Step> {
  const url = authenticateUrl(base) + query;
  const sent = body === undefined ? [] : ['-H', 'Content-Type: application/json', '--data', JSON.stringify(body)];
  const { stdout } = await run('curl', ['--silent', '--show-error', '-X', 'POST', '-H', 'Accept-API-Version: resource=2.1', ...sent, url]);
  return JSON.parse(stdout) as Step;
}
