import type { NodeContext, ScriptMail } from '../contract.ts';
import { htmlBody } from './templates/email.ts';
import { linksOf } from './templates/html.ts';
import { sendTemplate } from './templates/send.ts';

/** Puts the mails that a script had IDM send into the outbox. */
export function sendScriptMails(context: NodeContext, mails: readonly ScriptMail[]): void {
  for (const mail of mails) {
    if ('template' in mail) sendTemplate(context, mail.template, mail.to, mail.object);
    else {
      const { to, from, subject, body, html } = mail;
      context.outbox.send({ kind: 'email', to, from, subject, ...(html ? htmlBody(body) : { text: body, links: linksOf(body) }) });
    }
  }
}
