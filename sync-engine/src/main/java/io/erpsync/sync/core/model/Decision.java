package io.erpsync.sync.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event does to one link.
 *
 * @param order the command to send, at most one
 */
public record Decision(Link link, Account account, @Nullable Order order) {

    public static Decision of(Link link, Account.Kind kind, Why why) {
        return new Decision(link, Account.of(kind, why), null);
    }

    /** The same decision with a more telling reason. */
    public Decision because(Why why) {
        return new Decision(link, new Account(account.kind(), why, account.lost()), order);
    }

    /** The same decision, of the link with something more or less remembered. */
    public Decision with(Link other) {
        return new Decision(other, account, order);
    }

    public Decision losing(List<Account.Lost> lost) {
        return new Decision(link, new Account(account.kind(), account.why(), lost), order);
    }
}
