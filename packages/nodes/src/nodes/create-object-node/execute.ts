import type { Identity, JsonObject } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { collectedObject } from '../../support/attributes.ts';
import { requiredAttributes } from '../../support/user-schema.ts';
import { text } from '../../support/values.ts';
import { failedAttributes, isUserResource, refusal, withAcceptedTerms, withAttributes, writable } from '../../support/write-user.ts';

export function execute(context: NodeContext): Action {
  const resource = text(context.config, 'identityResource') || 'managed/user';
  if (resource !== context.identityResource) {
    throw new NodeProcessError(
      `Configured identity resource for the node (${resource}) does not match the configured identity resource for the tree (${context.identityResource})`,
    );
  }
  if (!isUserResource(resource)) return failed(context, `not simulated: objects of ${resource}; Tandem keeps users only`, 'inferred');
  const attributes = writable(collectedObject(context));
  const missing = requiredAttributes.filter((name) => !Object.hasOwn(attributes, name));
  if (missing.length > 0) return failed(context, `Creation object does not have all required fields: ${missing.join(', ')} missing`);
  const failures = failedAttributes(context, attributes, undefined);
  if (failures.size > 0) {
    context.session.setFailureMessage('Policy validation failed');
    return failed(context, refusal(failures));
  }
  return created(context, attributes);
}

function created(context: NodeContext, attributes: JsonObject): Action {
  const now = new Date(context.now).toISOString();
  const blank = {
    _id: context.random.uuid(),
    kind: 'user',
    userName: String(attributes.userName),
    accountStatus: 'active',
    _meta: { createDate: now, lastChanged: { date: now }, loginCount: 0 },
  } satisfies Identity & JsonObject;
  const user = withAttributes(context, blank, attributes);
  context.store.save(withAcceptedTerms(user, context.state.get('termsAccepted')));
  context.state.putShared('_id', user._id);
  context.because(`User ${user.userName} is created.`, 'recorded');
  return goTo('CREATED');
}

function failed(context: NodeContext, why: string, mark: 'recorded' | 'inferred' = 'recorded'): Action {
  context.log('warn', `Failed to create object: ${why}`);
  context.because(why, mark);
  return goTo('FAILURE');
}
