import type { Identity, JsonObject } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { collectedObject, identifyingAttribute, onlyUser } from '../../support/attributes.ts';
import { identityAttributeOf } from '../../support/managed-user.ts';
import { userAttribute } from '../../support/user-schema.ts';
import { flag, isObject, text, texts } from '../../support/values.ts';
import { failedAttributes, isUserResource, refusal, withAcceptedTerms, withAttributes, writable } from '../../support/write-user.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const resource = text(config, 'identityResource') || 'managed/user';
  if (resource !== context.identityResource) {
    throw new NodeProcessError(
      `Configured identity resource for the node (${resource}) does not match the configured identity resource for the tree (${context.identityResource})`,
    );
  }
  if (!isUserResource(resource)) return failed(context, `not simulated: objects of ${resource}; Tandem keeps users only`, 'inferred');
  const attribute = identityAttributeOf(config);
  const value = identifyingAttribute(context, attribute, true);
  if (value === undefined) return failed(context, `Node state holds neither ${attribute} nor username`);
  const user = onlyUser(context, attribute, value);
  if (!user) throw new NodeProcessError('Failed to retrieve existing object');
  const fields = writable(texts(config, 'ignoredFields').reduce(without, collectedObject(context)));
  if (Object.keys(fields).length === 0) return patched(context, 'There is nothing to change.');
  return patch(context, user, fields);
}

function patch(context: NodeContext, user: Identity, fields: JsonObject): Action {
  const forbidden = flag(context.config, 'patchAsObject') ? Object.keys(fields).filter((name) => isForbidden(context, name)) : [];
  if (forbidden.length > 0) {
    context.session.setFailureMessage('Access denied');
    return failed(context, `Users may not change ${forbidden.join(', ')} themselves`, 'inferred');
  }
  const failures = failedAttributes(context, fields, user);
  if (failures.size > 0) {
    context.session.setFailureMessage('Policy validation failed');
    return failed(context, refusal(failures));
  }
  const changed = withAttributes(context, user, fields);
  context.store.save(withAcceptedTerms(changed, context.state.get('termsAccepted')));
  return patched(context, `${Object.keys(fields).join(', ')} of ${user.userName} changed.`);
}

function isForbidden(context: NodeContext, name: string): boolean {
  return userAttribute(context.services, name)?.userEditable === false;
}

/** A field named by path is left out, and the object that held it when it is empty then. */
function without(object: JsonObject, path: string): JsonObject {
  const [first = '', ...rest] = path.replace(/^\//, '').split('/');
  const { [first]: value, ...others } = object;
  if (rest.length === 0 || value === undefined) return others;
  if (!isObject(value)) return object;
  const inner = without(value, rest.join('/'));
  return Object.keys(inner).length === 0 ? others : { ...object, [first]: inner };
}

function patched(context: NodeContext, why: string): Action {
  context.because(why, 'recorded');
  return goTo('PATCHED');
}

function failed(context: NodeContext, why: string, mark: 'recorded' | 'inferred' = 'recorded'): Action {
  context.log('warn', `Failed to patch object: ${why}`);
  context.because(why, mark);
  return goTo('FAILURE');
}
