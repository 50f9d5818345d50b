package io.erpsync.connection.check;

import io.erpsync.model.FieldDefinition.Kind;

/** Whether values of one kind can stand in a field of another. */
enum Fit {
    ALWAYS,
    /** Where the value happens to have the right form. */
    SOMETIMES,
    NEVER;

    static Fit of(Kind from, Kind to) {
        if (from == Kind.RELATION || to == Kind.RELATION) {
            return NEVER;
        }
        if ((from == to && from != Kind.OPTION) || (from != Kind.OTHER && to == Kind.TEXT)) {
            return ALWAYS;
        }
        return switch (from) {
            case TEXT, OTHER, OPTION -> SOMETIMES;
            case WHOLE -> to == Kind.DECIMAL ? ALWAYS : option(to);
            case DECIMAL -> to == Kind.WHOLE ? SOMETIMES : option(to);
            case BOOLEAN -> option(to);
            case DAY -> to == Kind.MOMENT ? ALWAYS : option(to);
            case MOMENT -> to == Kind.DAY ? ALWAYS : option(to);
            case RELATION -> NEVER;
        };
    }

    private static Fit option(Kind to) {
        return to == Kind.OPTION || to == Kind.OTHER ? SOMETIMES : NEVER;
    }
}
