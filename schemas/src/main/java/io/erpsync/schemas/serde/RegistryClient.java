package io.erpsync.schemas.serde;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the registry that we need; remembers nothing. */
final class RegistryClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final RegistryHttp http;

    RegistryClient(RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
    }

    /** Takes the schema in under {@code subject}, unless it is there; its id either way. */
    int register(String subject, Schema schema) {
        RegistryAnswer answer = http.post(pathOf(subject) + "/versions", bodyOf(schema));
        if (answer.isRefused()) {
            throw new SchemaRefused(
                    "the registry refuses "
                            + schema.getFullName()
                            + " under subject "
                            + subject
                            + ": "
                            + answer.words());
        }
        return idIn(answer);
    }

    /** The id under which {@code subject} holds the schema. */
    int idOf(String subject, Schema schema) {
        RegistryAnswer answer = http.post(pathOf(subject), bodyOf(schema));
        if (answer.isUnknown()) {
            throw new SchemaUnknown(
                    "the registry does not hold "
                            + schema.getFullName()
                            + " under subject "
                            + subject
                            + ": "
                            + answer.words()
                            + "; register the subjects, or set "
                            + SerdeKeys.AUTO_REGISTER
                            + "=true");
        }
        return idIn(answer);
    }

    /** The schema that a record with this id was written with. */
    Schema schemaOf(int id) {
        RegistryAnswer answer = http.get("/schemas/ids/" + id);
        if (answer.isUnknown()) {
            throw new SchemaUnknown(
                    "the registry does not know schema id " + id + ": " + answer.words());
        }
        expectSuccess(answer);
        String text = answer.body().path("schema").asString("");
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException notAvro) {
            throw new UnreadableRecord("schema id " + id + " is not an Avro schema", notAvro);
        }
    }

    /** Sets what later versions of {@code subject} must be compatible with. */
    void demandCompatibility(String subject, String level) {
        String body = JSON.writeValueAsString(Map.of("compatibility", level));
        expectSuccess(http.put("/config/" + encoded(subject), body));
    }

    private static int idIn(RegistryAnswer answer) {
        expectSuccess(answer);
        if (!answer.body().path("id").isIntegralNumber()) {
            throw new RegistryUnavailable("the registry answered without an id", null);
        }
        return answer.body().path("id").intValue();
    }

    private static void expectSuccess(RegistryAnswer answer) {
        if (!answer.succeeded()) {
            throw new RegistryUnavailable(
                    "the registry answered " + answer.status() + ": " + answer.words(), null);
        }
    }

    private static String pathOf(String subject) {
        return "/subjects/" + encoded(subject);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String bodyOf(Schema schema) {
        return JSON.writeValueAsString(Map.of("schema", schema.toString()));
    }

    @Override
    public void close() {
        http.close();
    }
}
