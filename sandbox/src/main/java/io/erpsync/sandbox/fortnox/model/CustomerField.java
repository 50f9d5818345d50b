package io.erpsync.sandbox.fortnox.model;

import org.jspecify.annotations.Nullable;

/**
 * One field of a customer.
 *
 * @param shortest the least number of characters of a filled text
 * @param longest the most
 * @param unset what a customer shows that never had a value here: nothing or the empty text
 * @param initial what a new customer gets, or absent for none
 */
record CustomerField(
        String name,
        Kind kind,
        int shortest,
        int longest,
        @Nullable Object unset,
        @Nullable Object initial) {

    /** What a field takes. */
    enum Kind {
        TEXT,
        EMAIL,
        COUNTRY_CODE,
        CURRENCY,
        CUSTOMER_TYPE,
        VAT_TYPE,
        PRICE_LIST,
        PAYMENT_TERMS,
        DIGITS,
        NUMBER,
        BOOLEAN,
        OBJECT,
        READ_ONLY;

        /** Whether the field can be cleared with the word for blank. */
        boolean isText() {
            return switch (this) {
                case TEXT,
                        EMAIL,
                        COUNTRY_CODE,
                        CURRENCY,
                        CUSTOMER_TYPE,
                        VAT_TYPE,
                        PRICE_LIST,
                        PAYMENT_TERMS,
                        DIGITS ->
                        true;
                case NUMBER, BOOLEAN, OBJECT, READ_ONLY -> false;
            };
        }
    }

    @Nullable Object atBirth() {
        return initial == null ? unset : initial;
    }
}
