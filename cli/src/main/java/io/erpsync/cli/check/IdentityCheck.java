package io.erpsync.cli.check;

import io.erpsync.connector.Identity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether the credentials open the company that is meant, at the right time. */
final class IdentityCheck {

    private static final Duration MUCH = Duration.ofSeconds(30);

    private IdentityCheck() {}

    static CheckLine company(String name, Identity identity, @Nullable String wanted) {
        String subject = name + " company";
        String company = identity.company();
        if (company == null || company.isBlank()) {
            return CheckLine.warning(
                    subject,
                    "the ERP does not tell which company it is",
                    "see that " + identity.name() + " is the company that is meant");
        }
        return digits(company).equals(digits(wanted == null ? "" : wanted))
                ? CheckLine.ok(subject, identity.name() + ", " + company)
                : CheckLine.fault(
                        subject,
                        "the credentials open %s, %s, the file says %s"
                                .formatted(identity.name(), company, wanted),
                        "make erp.tenant and erp.company name the same company");
    }

    /** Whose key it is, where the system tells. */
    static @Nullable CheckLine user(String name, Identity identity, @Nullable String wanted) {
        String subject = name + " user";
        if (wanted == null) {
            return CheckLine.warning(
                    subject,
                    "sync-user is not set, so nobody knows whether Lime's trigger overlooks our"
                            + " writes",
                    "set lime.sync-user to the id of the key's user");
        }
        String user = identity.user();
        if (user == null) {
            return null;
        }
        return user.equals(wanted)
                ? CheckLine.ok(subject, "the key belongs to user " + user)
                : CheckLine.fault(
                        subject,
                        "the key belongs to user " + user + ", sync-user says " + wanted,
                        "use the key of user " + wanted);
    }

    static CheckLine clock(String name, Duration skew) {
        String subject = name + " clock";
        long seconds = skew.toSeconds();
        String words =
                seconds == 0
                        ? "as ours"
                        : "%d s %s ours"
                                .formatted(Math.abs(seconds), seconds > 0 ? "before" : "behind");
        return skew.abs().compareTo(MUCH) > 0
                ? CheckLine.warning(subject, words, "have both machines' clocks set by NTP")
                : CheckLine.ok(subject, words);
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
