package io.erpsync.connection.rules;

import io.erpsync.model.Side;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the mapping: one Lime property and one ERP field that hold the same thing, or a fixed
 * value for an ERP field.
 *
 * @param lime the Lime property, or a path over a relation ({@code coworker.email}, then from Lime
 *     only), or an option's text ({@code buyingstatus.text}); null with a fixed {@code value}
 * @param value a fixed value for the ERP field; null with a {@code lime} property
 * @param owner the only side whose edits of this field count, inside an open direction; null
 *     follows the matrix
 * @param table Lime value to ERP value, in the order of the settings; empty passes values as they
 *     are; a value that is missing is refused by name. Several Lime values may stand for one ERP
 *     value: the first of them is what the ERP value becomes in Lime
 */
public record MappingEntry(
        @Nullable String lime,
        String erp,
        @Nullable String value,
        When when,
        @Nullable Side owner,
        Map<String, String> table) {

    public MappingEntry {
        if ((lime == null) == (value == null)) {
            throw new IllegalArgumentException(
                    "mapping to '" + erp + "' needs either 'lime' or 'value'");
        }
        // Kept in order: of several Lime values for one ERP value, the first is the way back.
        table = Collections.unmodifiableMap(new LinkedHashMap<>(table));
    }

    /** When an entry is sent. */
    public enum When {
        ALWAYS,
        /** Only with the create, never again. */
        CREATE
    }

    /** A plain pair of fields, followed both ways as the matrix says. */
    public static MappingEntry of(String lime, String erp) {
        return new MappingEntry(lime, erp, null, When.ALWAYS, null, Map.of());
    }
}
