import type { Action, NodeContext } from '../../contract.ts';
import { localizedMessage } from '../../support/locale.ts';
import { majorVersion, text, textMap } from '../../support/values.ts';
import { ASSUMED, pageChildren } from './definition.ts';

/** The engine runs the children; header, description and stage of the step are the page's own. */
export function execute(context: NodeContext): Action {
  const action = context.page(pageChildren(context.config));
  if (action.kind === 'goTo' && majorVersion(context.node.version) >= 2) context.because(ASSUMED.version2, 'inferred');
  if (action.kind !== 'send') return action;
  const { config } = context;
  const { locales } = context.request;
  const localized = (property: string): string | undefined => localizedMessage(textMap(config, property), locales);
  return {
    kind: 'send',
    callbacks: action.callbacks,
    stage: text(config, 'stage') || action.stage,
    header: localized('pageHeader') || action.header,
    description: localized('pageDescription') || action.description,
    expiresAt: action.expiresAt,
  };
}
