/**
 * The first script of BackchannelOutcomes. It looks nobody up, so that Backchannel Initialize is what meets an unknown or an empty name. An empty
 * answer takes back the name of an earlier round: the journey comes back here after Unknown Subject.
 */
export const collectUserAsTyped = `if (callbacks.isEmpty()) {
    callbacksBuilder.nameCallback("User to authenticate");
} else {
    var username = callbacks.getNameCallbacks().get(0);
    if (username && username != "") {
        nodeState.putShared("backchannel-user", username);
        nodeState.putShared("backchannel-data", {
            "username": username,
            "objectAttributes": {
                "userName": username
            }
        });
    } else {
        nodeState.remove("backchannel-user");
        nodeState.remove("backchannel-data");
    }
    outcome = "outcome";
}
`;
