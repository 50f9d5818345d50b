package io.erpsync.sync.core.model;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.model.Capabilities;
import io.erpsync.model.FieldCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a decision is made under.
 *
 * @param limeFields what Lime says of its fields; null until its poller has told
 * @param erpFields the same of the ERP
 */
public record Rules(
        Connection connection,
        ObjectRules object,
        Capabilities erp,
        @Nullable FieldCatalogue limeFields,
        @Nullable FieldCatalogue erpFields) {}
