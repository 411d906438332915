/** "Display Redirect URL Poll" as Ping's page on the Backchannel Initialize node gives it. `asString()` exists on legacy values only. */
export const displayRedirectUrlPoll = `var uri = nodeState.get("backchannel-redirectUri").asString();
config = {
    "spamDetectionTolerance": 3,
    "spamDetectionEnabled": true,
    "exitMessage": {},
    "waitingMessage": {
        "en": uri
    },
    "secondsToWait": 5,
    "exitable": true
};
`;
