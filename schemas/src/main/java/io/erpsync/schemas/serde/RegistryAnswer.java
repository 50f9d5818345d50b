package io.erpsync.schemas.serde;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer in the registry's own form: a body of its protocol, or one of its numbered errors.
 *
 * @param error the registry's error number; 0 when there was none
 */
record RegistryAnswer(int status, int error, JsonNode body) implements RegistryHttp.Attempt {

    private static final JsonMapper JSON = new JsonMapper();

    /** Empty when no registry would answer so: a page of a proxy, say, or a wrong path. */
    static Optional<RegistryAnswer> read(int status, String text) {
        JsonNode body;
        try {
            body = JSON.readTree(text);
        } catch (JacksonException _) {
            return Optional.empty();
        }
        if (body.isMissingNode()) {
            return Optional.empty();
        }
        if (status / 100 == 2) {
            return Optional.of(new RegistryAnswer(status, 0, body));
        }
        int error = body.path("error_code").asInt(0);
        return error == 0 ? Optional.empty() : Optional.of(new RegistryAnswer(status, error, body));
    }

    boolean succeeded() {
        return error == 0;
    }

    /** 404: no such subject, version or schema. */
    boolean isUnknown() {
        return status == 404;
    }

    /** 409: not compatible; 422: not valid. */
    boolean isRefused() {
        return status == 409 || status == 422;
    }

    String words() {
        return body.path("message").asString("") + " (" + error + ")";
    }
}
