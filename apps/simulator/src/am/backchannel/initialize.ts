import { type BackchannelSpec, identitiesOf } from '@tandem/engine';
import { type JsonObject, jsonObjectSchema } from '@tandem/journey';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { sendJson } from '../answer.ts';
import { readBody } from '../body.ts';
import { AmFailure } from '../failure.ts';
import type { OAuth2 } from '../oauth2/provider.ts';
import { requestData } from '../request.ts';
import type { AmContext } from '../serve.ts';
import { checkClient } from './client.ts';

const bodySchema = z.object({
  type: z.literal('service'),
  value: z.string().min(1),
  subject: z.object({ type: z.enum(['user', 'agent']), name: z.string().min(1) }).optional(),
  data: jsonObjectSchema.optional(),
  allowRetry: z.boolean().optional(),
  trackingId: z
    .string()
    .regex(/^[A-Za-z\d_-]{1,36}$/, 'At most 36 letters, digits, - and _.')
    .optional(),
});
type Body = z.infer<typeof bodySchema>;

/** Keys of shared state that a data object may not set (Ping docs: authenticate endpoint parameters). */
const RESTRICTED = ['realm', 'authLevel'];

/** `POST .../authenticate/backchannel/initialize`: a client starts a backchannel journey, and gets the address for its end user. */
export async function initialize(req: Request, res: Response, context: AmContext, oauth2: OAuth2): Promise<void> {
  await checkClient(req, context, oauth2);
  const spec = specOf(parsed(bodySchema, await readBody(req)), context);
  const transaction = await context.runtime.initialize(spec, requestData(req, context).base);
  sendJson(res, 200, { transaction: transaction.id, redirectUri: transaction.redirectUri });
}

/** @throws AmFailure 400 naming the field; AM's own sentences were not recorded */
export function parsed<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AmFailure(400, `Invalid "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'not valid'}`);
}

function specOf({ value, subject, data = {}, allowRetry = true, trackingId }: Body, context: AmContext): BackchannelSpec {
  const tree = context.runtime.model.tree(value);
  if (!tree || tree.enabled === false || tree.innerTreeOnly === true) throw new AmFailure(400, 'No configuration found');
  const restricted = RESTRICTED.filter((key) => Object.hasOwn(data, key));
  if (restricted.length > 0) throw new AmFailure(400, `The data object may not set "${restricted.join('", "')}".`);
  return { journey: value, subject: subjectOf(subject, context), data: data as JsonObject, trackingId: trackingId ?? null, allowRetry };
}

function subjectOf(given: Body['subject'], { runtime }: AmContext): BackchannelSpec['subject'] {
  if (given === undefined) return null;
  const identities = identitiesOf(runtime.model, runtime.state);
  const found = identities.byId(given.name) ?? identities.byUserName(given.name, given.type);
  if (found?.kind !== given.type) throw new AmFailure(400, `The ${given.type} "${given.name}" does not exist.`);
  return { type: given.type, id: found._id, name: found.userName };
}
