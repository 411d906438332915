/** "In Progress Wait" as Ping's page on the Backchannel Notification node gives it. */
export const inProgressWait = `var message;
var data = nodeState.get("transaction:data");
//Make sure this property name matches the Transaction Data Key configured in the Backchannel Status node
if (data) {
    message = data["journeyStatus"];
//Make sure this property name matches the Journey status property name configured in the Set Front Channel Status node.
} else {
    message = "Authentication in progress...";
}
config = {
    "secondsToWait": 3,
    "spamDetectionEnabled": false,
    "spamDetectionTolerance": 3,
    "waitingMessage": { "en": message },
    "exitable": false,
    "exitMessage": {}
};
`;
