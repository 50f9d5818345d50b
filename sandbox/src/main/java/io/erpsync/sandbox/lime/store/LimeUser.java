package io.erpsync.sandbox.lime.store;

/**
 * A user with an API key.
 *
 * @param sync whether this is the user that the integration runs as
 * @param rights what the user may do beside reading and writing records
 */
public record LimeUser(long id, String username, String fullname, boolean sync, Rights rights) {

    /** What Lime lets only some users do. */
    public enum Rights {
        NONE,
        /** Every subscription, as a member of the group Webhook Users. */
        WEBHOOKS,
        /** Subscriptions and users. */
        ADMINISTRATOR
    }

    public static LimeUser ordinary(long id, String username, String fullname) {
        return new LimeUser(id, username, fullname, false, Rights.NONE);
    }

    public static LimeUser sync(long id, String username, String fullname) {
        return new LimeUser(id, username, fullname, true, Rights.ADMINISTRATOR);
    }

    public Setter setter() {
        return sync ? Setter.SYNC_USER : Setter.USER;
    }

    /** Throws {@link LimeRefusal} for a user who may not see and change subscriptions. */
    public void checkMaySubscribe() {
        if (rights == Rights.NONE) {
            throw refused("subscriptions need an administrator or a member of Webhook Users");
        }
    }

    /** Throws {@link LimeRefusal} for a user who may not see the users. */
    public void checkMaySeeUsers() {
        if (rights != Rights.ADMINISTRATOR) {
            throw refused("users need an administrator");
        }
    }

    private LimeRefusal refused(String needed) {
        return new LimeRefusal(403, username + " may not do this: " + needed);
    }
}
