package io.erpsync.model;

/**
 * Names one link for good. It is also the idempotency key that is stored in the ERP, so it must
 * never be made anew for a record that had one: it is derived from the record that was met first,
 * see {@code LinkIds} in the engine.
 */
public record LinkId(String value) implements Comparable<LinkId> {

    public LinkId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a link id is not blank");
        }
    }

    @Override
    public int compareTo(LinkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
