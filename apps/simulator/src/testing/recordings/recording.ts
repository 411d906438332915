import { jsonSchema } from '@tandem/journey';
import * as z from 'zod';

/** One request with its answer, as HTTP recordings hold them. */
export const exchangeSchema = z.object({
  request: z.object({ method: z.string(), url: z.string(), headers: z.record(z.string(), z.string()), body: jsonSchema }),
  response: z.object({ status: z.number(), headers: z.record(z.string(), z.string()).optional(), body: jsonSchema }),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** Requests in the order in which they were sent. */
export const recordingSchema = z.array(exchangeSchema);
export type Recording = z.infer<typeof recordingSchema>;

/** Path and query of a request. */
export const addressOf = ({ request }: Exchange): URL => new URL(request.url.replace(/^https?:\/\/[^/]+/, ''), 'http://tenant');
