package io.erpsync.sync.translate;

import io.erpsync.model.ConnectionName;
import io.erpsync.schemas.message.ControlAction;
import io.erpsync.schemas.message.ControlRequest;
import org.jspecify.annotations.Nullable;

/** Control requests, from Avro. */
public final class ControlTranslator {

    private ControlTranslator() {}

    /**
     * The request itself, once it is sure that this version understands all of it; throws {@link
     * IllegalArgumentException} when it does not.
     */
    public static ControlRequest understood(ControlRequest request) {
        ConnectionName connection = new ConnectionName(request.getConnection());
        if (request.getAction() == ControlAction.UNRECOGNISED) {
            throw new IllegalArgumentException(
                    "connection "
                            + connection
                            + " is asked for something that this version does not know");
        }
        notBlank("linkId", request.getLinkId());
        notBlank("limeId", request.getLimeId());
        notBlank("erpId", request.getErpId());
        return request;
    }

    private static void notBlank(String name, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException("its " + name + " is blank");
        }
    }
}
