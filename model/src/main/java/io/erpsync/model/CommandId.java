package io.erpsync.model;

/** Names one command; a command that is sent twice under one id is one command. */
public record CommandId(String value) {

    public CommandId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a command id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
