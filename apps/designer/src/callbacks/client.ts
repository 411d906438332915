import type { JsonObject } from '@tandem/journey';
import { authenticateUrl, type Target } from './address.ts';
import { answer, type Values } from './answer.ts';
import { type Answer, parseAnswer, type Step } from './wire.ts';

/** The server could not be reached or answered with something that is not AM's: nothing was decided, the same request may be sent again. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface AmClientOptions {
  /** AM's context on this origin, "/am" or "/sim/1/as/agent/am". */
  base: string;
  /** Realm in any spelling; a function where it is known later. */
  realm: string | (() => string);
  /** Parameters of the first call beyond authIndexType and authIndexValue, e.g. `["ForceAuth", "true"]`. */
  parameters?: readonly [string, string][];
  fetch?: typeof fetch;
}

const HEADERS = { 'Content-Type': 'application/json', 'Accept-API-Version': 'protocol=1.0,resource=2.1', 'X-Requested-With': 'Tandem' };

/** A client of AM's `authenticate`, like Ping's SDKs: start, then post each step back. */
export class AmClient {
  readonly #options: AmClientOptions;
  #url: string | null = null;

  constructor(options: AmClientOptions) {
    this.#options = options;
  }

  #address(target: Target): string {
    const { base, realm, parameters } = this.#options;
    return authenticateUrl(base, typeof realm === 'string' ? realm : realm(), target, parameters);
  }

  start(target: Target, signal?: AbortSignal): Promise<Answer> {
    this.#url = this.#address(target);
    return this.#post(this.#url, {}, signal);
  }

  /** A later step needs only its authId; the query of the first call is kept, as Ping's clients do. */
  next(step: Step, values: Values, signal?: AbortSignal): Promise<Answer> {
    return this.#post(this.#url ?? this.#address({ type: 'default' }), answer(step, values), signal);
  }

  async #post(url: string, body: JsonObject, signal?: AbortSignal): Promise<Answer> {
    const send = this.#options.fetch ?? fetch;
    let response: Response;
    try {
      response = await send(url, {
        method: 'POST',
        headers: HEADERS,
        body: JSON.stringify(body),
        credentials: 'same-origin',
        signal: signal ?? null,
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Unreachable('The server cannot be reached.');
    }
    const text = await response.text().catch(() => '');
    let parsed: unknown = null;
    try {
      parsed = text === '' ? null : JSON.parse(text);
    } catch {
      throw new Unreachable(`The server answered ${response.status} without an answer of AM.`);
    }
    // A gateway's 502 or 503 says nothing about the journey; AM's own 500 has a code and a message.
    if (response.status >= 500 && (parsed === null || typeof (parsed as { message?: unknown }).message !== 'string')) {
      throw new Unreachable(`The server answered ${response.status}.`);
    }
    return parseAnswer(response.status, parsed);
  }
}
