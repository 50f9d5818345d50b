package io.erpsync.connection.rules;

import io.erpsync.model.SystemName;
import java.util.Map;

/**
 * How one side is reached: the keys and values of its section, secrets still as references such as
 * <code>${ACME_LIME_KEY}</code>. What the keys mean is the connector's affair.
 */
public record Access(SystemName system, Map<String, String> settings) {

    public Access {
        settings = Map.copyOf(settings);
    }
}
