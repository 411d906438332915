import type { CustomNodeType } from '@tandem/journey';

const script = `/**
 * Script to update sharedState with a key and object value retrieved from properties.value of the custom node
 * This sharedState key/value is then used by the Backchannel Notification node to update the front channel state
 * Example property values:
 *   journeyStatusKey      = "transaction:notify"
 *   journeyStatusProperty = "journeyStatus"
 *   journeyStatusValue    = "Front Channel Message"
 *
 * sharedState Result:
 *   ["transaction:notify"] = { journeyStatus: "Front Channel Message" }
 */

var nodeOutcomes = {
    SUCCESS: "Success",
    ERROR: "Error"
};

(function () {
    logger.error(scriptName + ": Node execution started");
    try {
        var stateKey = properties.journeyStatusKey;
        var propertyName = properties.journeyStatusProperty;
        var propertyValue = properties.journeyStatusValue;
        var obj = {};
        obj[propertyName] = propertyValue;
        nodeState.putShared(stateKey, obj);
        logger.error(scriptName + ": Node execution completed");
        action.goTo(nodeOutcomes.SUCCESS);
    } catch (e) {
        logger.error(scriptName + ": Failed to update sharedState. Exception: " + e);
        action.goTo(nodeOutcomes.ERROR);
    }
})();
`;

/** As Ping's page on the Backchannel Notification node has it made. `Error` is an outcome of its own here, not AIC's error outcome. */
export const setFrontChannelStatus: CustomNodeType = {
  _id: 'c9f98798fc1f40a5830781cdc26c3c0c-1',
  serviceName: 'c9f98798fc1f40a5830781cdc26c3c0c',
  version: 1,
  displayName: 'Set Front Channel Status',
  description: 'Puts a status message into shared state, where the Backchannel Notification node finds it.',
  outcomes: ['Success', 'Error'],
  outputs: [],
  inputs: [],
  script,
  errorOutcome: false,
  tags: ['customNode', 'utilities'],
  properties: {
    journeyStatusKey: {
      title: 'Journey status shared state key',
      description:
        'The shared state key where the message object will be stored (e.g. transaction:notify). This is the top-level key that will be updated in the journey state.',
      type: 'STRING',
      required: true,
      defaultValue: 'transaction:notify',
      multivalued: false,
    },
    journeyStatusProperty: {
      title: 'Journey status property name',
      description:
        'The name of the property inside the shared state object (e.g. journeyStatus). This defines the field that will hold the message value.',
      type: 'STRING',
      required: true,
      defaultValue: 'journeyStatus',
      multivalued: false,
    },
    journeyStatusValue: {
      title: 'Journey status message',
      description:
        'The message to store in shared state. This value will be used by downstream nodes (e.g. Backchannel Notification) to update the front-channel experience.',
      type: 'STRING',
      required: true,
      defaultValue: 'Example Front Channel Message',
      multivalued: false,
    },
  },
};
