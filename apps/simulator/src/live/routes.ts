import * as z from 'zod';
import { badRequest, notFound } from '../http/problem.ts';
import { type ApiRoute, rawRoute } from '../http/route.ts';
import type { EventHub } from './hub.ts';
import { parseId, parseTopics, topicName } from './topics.ts';

const query = z.object({
  topics: z.string().describe('What to watch: `sim:<id>` and `realm:<name>`, separated by commas.'),
  after: z.string().optional().describe('Where to start, in the form of Last-Event-ID, for a first connection. Absent: from now on.'),
});

export function liveRoutes(hub: EventHub): ApiRoute[] {
  return [
    rawRoute({
      method: 'get',
      path: '/events',
      summary: 'What happens, as server-sent events',
      description:
        'Messages `event`, `clock` and `realm`. Their `id` is the seq for one topic, `topic=seq,...` for several; sent back as Last-Event-ID it gives what was missed. A client that reads too slowly is disconnected and resumes the same way.',
      tag: 'Live',
      query,
      answer: { status: 200, description: 'A stream without end.', contentType: 'text/event-stream' },
      problems: { 404: { description: 'There is no such simulation or realm.' } },
      async handle({ query: { topics: list, after }, req, res }) {
        const topics = parseTopics(list);
        if (!topics) throw badRequest({ field: '?topics', message: `"${list}" is not a list of topics.`, expected: 'sim:<id>,realm:<name>' });
        const missing = await hub.missing(topics);
        if (missing.length > 0)
          throw notFound(`There is nothing to watch called ${missing.map(topicName).join(', ')}.`, {
            field: '?topics',
            expected: 'sim:<id> or realm:<name> of one that exists',
          });
        res.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
        res.flushHeaders();
        hub.connect(res, topics, parseId(req.get('Last-Event-ID') ?? after, topics));
      },
    }),
  ];
}
