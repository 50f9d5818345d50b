package io.erpsync.sandbox.fortnox.model;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Country codes and the Swedish names that Fortnox shows for them. */
final class Countries {

    private static final Set<String> CODES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Locale SWEDISH = Locale.of("sv");

    private Countries() {}

    static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    static @Nullable String name(@Nullable Object code) {
        return code == null || code.equals("")
                ? null
                : Locale.of("", code.toString()).getDisplayCountry(SWEDISH);
    }
}
