import { isObject } from '@tandem/journey';
import type { Json, JsonObject, ScriptMail } from '../types.ts';
import { HostFailure } from './failure.ts';
import { bounded, limits } from './limits.ts';

/** What IDM answers once a mail is on its way (Ping docs: common bindings, openidm example). */
const SENT: JsonObject = { status: 'OK', message: 'Email sent' };

/**
 * IDM's email service: `openidm.action("external/email", "send" | "sendTemplate", content)`. The mails go to the simulation's outbox with the
 * script's result. undefined: another action.
 */
export function email(action: Json | undefined, content: Json | undefined, mails: ScriptMail[]): Json | undefined {
  if (action !== 'send' && action !== 'sendTemplate') return undefined;
  if (!isObject(content)) throw new HostFailure('The mail must be an object with to, subject and body', 400);
  bounded(mails.length + 1, limits.mails, 'Too many mails are sent');
  const to = text(content, 'to');
  if (to === undefined) throw new HostFailure('The mail needs the field "to"', 400);
  mails.push(action === 'send' ? plain(content, to) : template(content, to));
  return SENT;
}

function plain(content: JsonObject, to: string): ScriptMail {
  const body = text(content, 'body') ?? '';
  return {
    to,
    from: text(content, 'from'),
    subject: text(content, 'subject'),
    body,
    // IDM takes a mail for plain text unless its type says otherwise.
    html: text(content, 'type')?.toLowerCase().startsWith('text/html') === true,
  };
}

function template(content: JsonObject, to: string): ScriptMail {
  const name = text(content, 'templateName');
  if (name === undefined) throw new HostFailure('The mail needs the field "templateName"', 400);
  return { to, template: name, object: isObject(content.object) ? content.object : {} };
}

function text(content: JsonObject, field: string): string | undefined {
  const value = Object.hasOwn(content, field) ? content[field] : undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(', ') : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
