import type { CustomNodeType } from '@tandem/journey';

const script = `(function () {
  logger.error(scriptName + "Node execution started");

  if (callbacks.isEmpty()) {
    var userMessage = properties.message;
    callbacksBuilder.textOutputCallback(0, userMessage);
  } else {
    logger.error(scriptName + "Node execution completed");
    action.goTo("Success");
  }
})();
`;

/** As Ping's page on the Backchannel Notification node has it made. */
export const userMessageToDisplay: CustomNodeType = {
  _id: 'a843b972a3f445db983ce3516a18df13-1',
  serviceName: 'a843b972a3f445db983ce3516a18df13',
  version: 1,
  displayName: 'User Message to Display',
  description: 'Shows a message.',
  outcomes: ['Success'],
  outputs: [],
  inputs: [],
  script,
  errorOutcome: false,
  tags: ['customNode', 'utilities'],
  properties: {
    message: { title: 'Message to display', type: 'STRING', required: true, multivalued: false },
  },
};
