import type { IncomingMessage } from 'node:http';
import type { GivenAnswer, Session } from '@tandem/engine';
import { sealSecrets } from '../simulations/answers.ts';
import type { Leaving } from '../simulations/waiters.ts';
import { requestData } from './request.ts';
import type { AmContext } from './serve.ts';

/**
 * Zero-page login: user name and password come as headers with the first request, and steps that ask for nothing else are answered with them at
 * once. A node that asks again, because they were wrong, is the client's to answer.
 *
 * @see Ping docs: authenticate over REST; OpenAM source, REST callback handlers
 */
export async function zeroPage(req: IncomingMessage, context: AmContext, started: Session, leaving: Leaving): Promise<Session> {
  const given = { NameCallback: headerOf(req, 'x-openam-username'), PasswordCallback: headerOf(req, 'x-openam-password') };
  if (given.NameCallback === undefined && given.PasswordCallback === undefined) return started;
  const asked = new Set<string | null>();
  let session = started;
  for (;;) {
    const answers = answersOf(session, given);
    if (answers === undefined || asked.has(session.node)) return session;
    asked.add(session.node);
    const { otk } = session;
    const digest = context.authIds.digest(JSON.stringify([otk, 'zero-page']));
    const sealed = sealSecrets(session, answers, context.sealer);
    session = await context.runtime.answer({ session: session.id, otk, digest, answers: sealed, request: requestData(req, context) }, leaving);
  }
}

/** @returns undefined when the step asks for something that the headers do not say */
function answersOf(
  { status }: Session,
  given: { NameCallback: string | undefined; PasswordCallback: string | undefined },
): GivenAnswer[] | undefined {
  if (status.kind !== 'callbacks' || status.suspended !== null || status.callbacks.length === 0) return undefined;
  const answers: GivenAnswer[] = [];
  for (const { type } of status.callbacks) {
    const value = type === 'NameCallback' || type === 'PasswordCallback' ? given[type] : undefined;
    if (value === undefined) return undefined;
    answers.push({ type, values: { '': value } });
  }
  return answers;
}

/** Text beyond ASCII comes as RFC 2047 has it: `=?UTF-8?B?…?=`. */
function headerOf(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  if (typeof value !== 'string' || value === '') return undefined;
  const encoded = /^=\?UTF-8\?B\?([A-Za-z\d+/]*={0,2})\?=$/i.exec(value)?.[1];
  return encoded === undefined ? value : Buffer.from(encoded, 'base64').toString();
}
