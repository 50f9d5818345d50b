package io.erpsync.connector.testkit;

import io.erpsync.connector.Connector;
import io.erpsync.model.Fields;
import io.erpsync.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the contract needs to know of one connector to speak of customers.
 *
 * @param required the fields, name apart, without which the system takes no customer
 * @param nameField the field of the name; two customers may share one
 * @param freeField a text field that may be empty, and may be cleared where the system can
 * @param shortField a text field with a length in the catalogue
 * @param keyField where the key of a create is kept; null when the system has no place
 * @param secrets the settings that are never printed
 * @param requiredSettings the settings without which a connection does not open
 */
public record Specimen(
        Connector connector,
        Fields required,
        String nameField,
        String freeField,
        String shortField,
        @Nullable String keyField,
        List<String> secrets,
        List<String> requiredSettings) {

    public Specimen {
        secrets = List.copyOf(secrets);
        requiredSettings = List.copyOf(requiredSettings);
    }

    /** The fields of a customer of that name. */
    public Fields named(String name) {
        return required.with(nameField, Value.text(name));
    }

    /** The free field with that text. */
    public Fields free(String text) {
        return Fields.NONE.with(freeField, Value.text(text));
    }
}
