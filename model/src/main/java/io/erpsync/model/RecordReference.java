package io.erpsync.model;

/**
 * One record in one outside system. {@code type} is that system's own word ({@code company} in
 * Lime, {@code customer} in Fortnox); {@code id} is what that system addresses the record by, as
 * text.
 */
public record RecordReference(SystemName system, String type, String id) {

    public RecordReference {
        if (type.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException(
                    "a record reference needs a type and an id, got '" + type + "/" + id + "'");
        }
    }

    @Override
    public String toString() {
        return system + "/" + type + "/" + id;
    }
}
