package io.erpsync.sync.core.world;

import io.erpsync.model.Fields;
import io.erpsync.model.Value;
import org.jspecify.annotations.Nullable;

/** Makes one number of 128 bits of all that it is given, in the order in which it is given. */
final class Digest {

    private long high = 0x9E3779B97F4A7C15L;
    private long low = 0xC2B2AE3D27D4EB4FL;

    Digest add(long number) {
        high = (high ^ number) * 0xFF51AFD7ED558CCDL;
        high ^= high >>> 32;
        low = Long.rotateLeft(low + number, 23) * 0x9FB21C651E98DF25L;
        low ^= low >>> 29;
        return this;
    }

    Digest add(boolean flag) {
        return add(flag ? 1 : 2);
    }

    Digest add(@Nullable Enum<?> constant) {
        return add(constant == null ? null : constant.name());
    }

    /** A text counts by its hash, its length and its ends: more than the texts of a world need. */
    Digest add(@Nullable String text) {
        if (text == null) {
            return add(-2L);
        }
        int length = text.length();
        long ends = length == 0 ? 0 : ((long) text.charAt(0) << 16) | text.charAt(length - 1);
        return add(((long) text.hashCode() << 32) ^ (ends << 8) ^ length);
    }

    Digest add(Fields fields) {
        add(fields.values().size());
        fields.values().forEach((name, value) -> add(name).add(value));
        return this;
    }

    Digest add(Value value) {
        return switch (value) {
            case Value.Empty _ -> add(-3L);
            case Value.Text(String text) -> add(text);
            case Value.Moment(var instant) -> add(instant.getEpochSecond());
            case Value.Bool _, Value.Whole _, Value.Decimal _, Value.Day _ -> add(value.shown());
        };
    }

    Print print() {
        return new Print(high ^ (low >>> 31), low ^ (high >>> 29));
    }
}
