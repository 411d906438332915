import type { JsonObject } from '@tandem/journey';
import type { NodeContext } from '../../contract.ts';
import { type RenderedEmail, renderEmail } from './email.ts';
import { TemplateError } from './parse.ts';

/**
 * Sends an email template, as AM hands it to IDM: the journey does not wait for it and never learns whether it went out, so what is wrong with the
 * template is told in the log alone.
 *
 * @param object what the template calls `object`
 * @returns whether it went out, for what the event says alone
 */
export function sendTemplate(context: NodeContext, name: string, to: string, object: JsonObject): boolean {
  const rendered = renderedOr(context, name, object);
  if (typeof rendered === 'string') {
    context.log('error', `Email not sent: ${rendered}`);
    return false;
  }
  context.outbox.send({ kind: 'email', to, ...rendered });
  return true;
}

/** The mail, or why there is none. */
function renderedOr(context: NodeContext, name: string, object: JsonObject): RenderedEmail | string {
  const template = context.emailTemplate(name);
  if (!template) return `the realm has no email template "${name}".`;
  if (template.enabled === false) return `the email template "${name}" is disabled.`;
  try {
    return renderEmail(template, object, context.request.locales);
  } catch (error) {
    if (error instanceof TemplateError) return `the email template "${name}" cannot be rendered: ${error.message}`;
    throw error;
  }
}
