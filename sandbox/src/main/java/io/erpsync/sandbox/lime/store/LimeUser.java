package io.erpsync.sandbox.lime.store;

/**
 * A user with an API key.
 *
 * @param sync whether this is the user that the integration runs as
 */
public record LimeUser(long id, String username, String fullname, boolean sync) {

    public Setter setter() {
        return sync ? Setter.SYNC_USER : Setter.USER;
    }
}
