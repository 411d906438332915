import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { numeric, textMap } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const { config, session } = context;
  for (const [key, value] of Object.entries(textMap(config, 'properties'))) session.setProperty(key, value);
  const maxSessionTime = numeric(config, 'maxSessionTime');
  const maxIdleTime = numeric(config, 'maxIdleTime');
  if (maxSessionTime !== undefined || maxIdleTime !== undefined) session.setLimits({ maxSessionTime, maxIdleTime });
  context.because('The properties and limits are for the session that the journey makes.', 'recorded');
  return goTo('outcome');
}
