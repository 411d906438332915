import type { CustomNodeType } from '@tandem/journey';

const script = `(function () {
  logger.error(scriptName + "Node execution started");

  //Get node properties
  var nodeStateProperty = properties.backchannelStateProperty;
  var attributeList = properties.attributeListProperty;

  //Loop to get and set attributes into the nodeStateProperty nodeState variable
  var out = {};
  for (var i = 0; i < attributeList.length; i++) {
    var k = attributeList[i];
    var v = nodeState.get(k);
    if (v !== null && v !== undefined) out[k] = v;
  }
  nodeState.putShared(nodeStateProperty, out);
  logger.error(scriptName + "Node execution completed");
  action.goTo("Next");
})();
`;

/** As Ping's page on the Backchannel Notification node has it made. */
export const setBackchannelStateProperties: CustomNodeType = {
  _id: 'a8ed278de2c84a32879b5e265ef9e152-1',
  serviceName: 'a8ed278de2c84a32879b5e265ef9e152',
  version: 1,
  displayName: 'Set Backchannel State Properties',
  description: "Collects node state values into one object, which becomes the start of the backchannel journey's shared state.",
  outcomes: ['Next'],
  outputs: [],
  inputs: [],
  script,
  errorOutcome: true,
  tags: ['customNode', 'utilities'],
  properties: {
    attributeListProperty: { title: 'Attribute list to set', type: 'STRING', required: true, multivalued: true },
    backchannelStateProperty: {
      title: 'Backchannel nodeState property',
      type: 'STRING',
      required: true,
      defaultValue: 'backchannel:data',
      multivalued: false,
    },
  },
};
