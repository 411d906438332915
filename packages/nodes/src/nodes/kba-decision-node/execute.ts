import type { Json } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { existingUser } from '../../support/managed-user.ts';
import { definitionsIn, KBA_ATTRIBUTE } from '../../support/security-answers.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { securityQuestions } = context.services;
  if (!securityQuestions) throw new NodeProcessError('Failed to retrieve configuration values');
  const user = existingUser(context, false, 'Unable to read object');
  const defined = definitionsIn(user[KBA_ATTRIBUTE] as Json | undefined).length;
  context.because(ASSUMED.kbaInfo, 'inferred');
  context.because(`The user has ${defined} security questions; ${securityQuestions.minimum} are required.`, 'recorded');
  return goTo(String(defined >= securityQuestions.minimum));
}
