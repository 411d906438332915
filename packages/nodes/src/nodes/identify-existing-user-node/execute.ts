import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { collectAttributes, identifyingAttribute, identityAttribute, onlyUser } from '../../support/attributes.ts';
import { text } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const { config, state } = context;
  const attribute = text(config, 'identityAttribute') || 'mail';
  const value = identifyingAttribute(context, attribute, true);
  const user = value === undefined ? undefined : onlyUser(context, attribute, value);
  if (!user) {
    context.because(value === undefined ? `Node state holds no ${attribute}.` : `Not exactly one user has this ${attribute}.`);
    return goTo('false');
  }
  state.putShared('_id', user._id);
  const identifier = text(config, 'identifier');
  const name = identifier === '' ? undefined : identityAttribute(user, identifier);
  if (typeof name === 'string') {
    state.putShared('username', name);
    collectAttributes(context, 'shared', [[identifier, name]]);
  }
  const aliases = identityAttribute(user, 'aliasList');
  if (Array.isArray(aliases) && aliases.length > 0) state.putTransient('aliasList', aliases);
  if (state.get('username') !== undefined) context.session.identifyUser(user._id);
  context.because(`Exactly one user has this ${attribute}.`);
  return goTo('true');
}
