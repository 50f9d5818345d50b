package io.erpsync.cli.check;

import io.erpsync.connector.Identity;
import io.erpsync.model.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the credentials open what is meant, as the user that is meant, at the right time. */
final class IdentityCheck {

    private static final Duration MUCH = Duration.ofSeconds(30);

    private IdentityCheck() {}

    static void look(
            Side side,
            String name,
            Identity identity,
            Map<String, String> settings,
            List<CheckLine> lines) {
        lines.add(CheckLine.ok(name + " access", "opens " + identity.name()));
        switch (side) {
            case LIME -> lines.add(user(name, identity.user(), settings.get("sync-user")));
            case ERP -> lines.add(company(name, identity.company(), settings.get("company")));
        }
        lines.add(clock(name, identity.clockSkew()));
    }

    private static CheckLine user(String name, @Nullable String user, @Nullable String wanted) {
        String subject = name + " user";
        if (wanted == null) {
            return CheckLine.warning(
                    subject,
                    "sync-user is not set, so nobody knows whether Lime's trigger overlooks our"
                            + " writes",
                    "set lime.sync-user to the id of the key's user");
        }
        if (user == null) {
            return CheckLine.warning(
                    subject,
                    "Lime does not tell whose key it is",
                    "see in Lime's administration that the key belongs to user " + wanted);
        }
        return user.equals(wanted)
                ? CheckLine.ok(subject, "the key belongs to user " + user)
                : CheckLine.fault(
                        subject,
                        "the key belongs to user " + user + ", sync-user says " + wanted,
                        "use the key of user " + wanted);
    }

    private static CheckLine company(
            String name, @Nullable String company, @Nullable String wanted) {
        String subject = name + " company";
        if (company == null || company.isBlank()) {
            return CheckLine.warning(
                    subject, "the ERP does not tell which company it is", "compare its name");
        }
        return digits(company).equals(digits(wanted == null ? "" : wanted))
                ? CheckLine.ok(subject, company)
                : CheckLine.fault(
                        subject,
                        "the credentials open " + company + ", the file says " + wanted,
                        "make erp.tenant and erp.company name the same company");
    }

    private static CheckLine clock(String name, Duration skew) {
        String subject = name + " clock";
        String words = "%+d s against ours".formatted(skew.toSeconds());
        return skew.abs().compareTo(MUCH) > 0
                ? CheckLine.warning(subject, words, "have both machines' clocks set by NTP")
                : CheckLine.ok(subject, words);
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}
