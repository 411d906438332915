import type { HttpStub } from '@tandem/journey';
import { mapOf, type Pair } from '../parts/ListFields.tsx';
import { numberOf } from '../parts/NumberField.tsx';
import type { FieldWords } from '../parts/useContentForm.ts';

/** An HTTP stub as its form has it. */
export interface StubForm {
  id: string;
  method: string;
  url: string;
  status: string;
  headers: readonly Pair[];
  body: string;
  delay: string;
}

/** The call that a new stub is to answer. */
export interface Call {
  method: string;
  url: string;
}

const JSON_HEADER: readonly Pair[] = [['Content-Type', 'application/json']];

/** @param fresh id of a new one */
export function stubFormOf(stored: HttpStub | null, fresh: string, call: Call | undefined): StubForm {
  return {
    id: stored?._id ?? fresh,
    method: stored?.method ?? call?.method ?? 'GET',
    url: stored?.url ?? call?.url ?? '',
    status: String(stored?.status ?? 200),
    headers: (stored ? Object.entries(stored.headers ?? {}) : JSON_HEADER) as readonly Pair[],
    body: stored?.body ?? '',
    delay: stored?.delayMs === undefined ? '' : String(stored.delayMs),
  };
}

/** As the server takes it; numbers may still be texts, which it refuses at their fields. null: it answers no call. */
export function stubBodyOf({ method, url, status, headers, body, delay }: StubForm): Record<string, unknown> | null {
  if (urlProblem(url) !== undefined) return null;
  const map = mapOf(headers);
  const delayMs = numberOf(delay);
  return {
    method,
    url: url.trim(),
    status: numberOf(status),
    body,
    ...(Object.keys(map).length === 0 ? {} : { headers: map }),
    ...(delayMs === undefined ? {} : { delayMs }),
  };
}

export const stubWords = ({ method, url, status, headers, body, delay }: StubForm): FieldWords => [
  ['Method', method],
  ['URL pattern', url],
  ['Status', status],
  ['Delay', delay],
  ['Headers', headers.map(([name, text]) => `${name}: ${text}`).join('\n')],
  ['Body', body],
];

/** Fields that show the server's refusals themselves. */
export const STUB_PLACES = ['method', 'url', 'status', 'headers', 'body', 'delayMs'] as const;

/** "GET https://api.example.com/*". */
export const stubTitle = ({ method, url }: Call): string => `${method === '*' ? 'Any method' : method} ${url}`;

/** A pattern is matched against whole URLs, so one without a scheme matches nothing unless it begins with the wildcard. */
export function urlProblem(url: string): string | undefined {
  return /^(https?:\/\/|\*|http\*)./i.test(url.trim()) || url.trim() === '*' ? undefined : 'A whole URL, such as https://api.example.com/users/*.';
}
