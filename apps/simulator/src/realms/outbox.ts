import { answerMessageSchema, messageSchema, outboxSchema } from '@tandem/api';
import type * as z from 'zod';
import { notFound, ProblemError } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import { findRealm } from './find.ts';

export type OutboxMessage = z.input<typeof messageSchema>;
export type PushAnswer = z.output<typeof answerMessageSchema>;

/** What the live realm's journeys sent. Implemented by whoever runs the live realm. */
export interface LiveOutbox {
  messages(realm: string): Promise<readonly OutboxMessage[]>;
  /**
   * Answers a push.
   * @returns the message as it is afterwards; undefined when there is no such message; `unanswerable` in words when it cannot be answered (an
   * email, one that was answered or has expired)
   */
  answer(realm: string, message: string, answer: PushAnswer): Promise<OutboxMessage | { unanswerable: string } | undefined>;
}

/** Before anything was run live. */
export const emptyOutbox: LiveOutbox = { messages: async () => [], answer: async () => undefined };

export function outboxRoutes(realms: RealmStore, outbox: LiveOutbox): ApiRoute[] {
  return [
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/outbox',
      summary: 'What the live realm sent: email, SMS, push',
      tag: 'Outbox',
      answer: { description: 'The messages, newest last.', schema: outboxSchema },
      async handle({ params }) {
        findRealm(realms, params.realm);
        return { messages: [...(await outbox.messages(params.realm))] };
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/outbox/{message}/answer',
      summary: 'Answers a push',
      tag: 'Outbox',
      body: answerMessageSchema,
      answer: { description: 'The message afterwards.', schema: messageSchema },
      problems: { 404: { description: 'There is no such message.' }, 409: { description: 'It cannot be answered.' } },
      async handle({ params, body }) {
        findRealm(realms, params.realm);
        const result = await outbox.answer(params.realm, params.message, body);
        if (result === undefined) throw notFound(`The outbox holds no message "${params.message}".`, { field: 'message' });
        if ('unanswerable' in result)
          throw new ProblemError(409, result.unanswerable, { errors: [{ field: 'message', message: result.unanswerable }] });
        return result;
      },
    }),
  ];
}
