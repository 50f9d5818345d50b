package io.erpsync.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One typed value of a field, as a system gave it. {@link Empty} stands for "no value": null and
 * the empty text are the same thing in every system that we know, so that neither can look like an
 * edit of the other.
 */
public sealed interface Value {

    /** How a person would read the value; empty for {@link Empty}. */
    String shown();

    default boolean isEmpty() {
        return this instanceof Empty;
    }

    static Value empty() {
        return new Empty();
    }

    /** A text as {@link Text}, or {@link Empty} when it is null or has no characters. */
    static Value text(@Nullable String text) {
        return text == null || text.isEmpty() ? empty() : new Text(text);
    }

    record Empty() implements Value {
        @Override
        public String shown() {
            return "";
        }
    }

    record Text(String text) implements Value {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty text is Value.empty()");
            }
        }

        @Override
        public String shown() {
            return text;
        }
    }

    record Bool(boolean value) implements Value {
        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }

    record Whole(long value) implements Value {
        @Override
        public String shown() {
            return Long.toString(value);
        }
    }

    /** A decimal number without trailing zeros, so that 1.50 and 1.5 are equal. */
    record Decimal(BigDecimal value) implements Value {
        public Decimal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String shown() {
            return value.toPlainString();
        }
    }

    record Day(LocalDate value) implements Value {
        @Override
        public String shown() {
            return value.toString();
        }
    }

    record Moment(Instant value) implements Value {
        @Override
        public String shown() {
            return value.toString();
        }
    }
}
