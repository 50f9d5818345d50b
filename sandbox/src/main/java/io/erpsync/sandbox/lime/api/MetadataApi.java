package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Option;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data model: {@code limetype/...}. */
final class MetadataApi {

    private final LimeCall call;

    MetadataApi(LimeCall call) {
        this.call = call;
    }

    ApiReply answer() {
        if (!call.method().equals("GET")) {
            throw call.methodNotAllowed();
        }
        return switch (call.path().size()) {
            case 1 -> all();
            case 2 -> one(call.application().limetype(call.path().get(1)));
            case 3 -> property(call.application().limetype(call.path().get(1)), call.path().get(2));
            default -> throw LimeRefusal.notFound("There is nothing at " + call.request().path());
        };
    }

    private ApiReply all() {
        boolean withProperties = embeds("limetypes.properties");
        List<Map<String, @Nullable Object>> limetypes =
                call.application().model().limetypes().values().stream()
                        .map(type -> limetype(type, withProperties))
                        .toList();
        return ApiReply.json(
                200,
                Map.of(
                        "_links",
                        Map.of("self", Map.of("href", call.base() + "/limetype/")),
                        "_embedded",
                        Map.of("limetypes", limetypes)));
    }

    private ApiReply one(Limetype type) {
        return ApiReply.json(200, limetype(type, embeds("properties")));
    }

    private ApiReply property(Limetype type, String name) {
        Property property = type.property(name);
        if (property == null) {
            throw LimeRefusal.notFound(type.name() + " has no property " + name);
        }
        return ApiReply.json(200, property(type, property));
    }

    private boolean embeds(String what) {
        return call.request().query().getOrDefault("_embed", List.of()).contains(what);
    }

    private Map<String, @Nullable Object> limetype(Limetype type, boolean withProperties) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("name", type.name());
        written.put("localname", Map.of("singular", type.singular(), "plural", type.plural()));
        written.put("_links", Map.of("self", Map.of("href", address(type))));
        if (withProperties) {
            List<Map<String, @Nullable Object>> properties =
                    type.properties().values().stream()
                            .map(property -> property(type, property))
                            .toList();
            written.put("_embedded", Map.of("properties", properties));
        }
        return written;
    }

    private Map<String, @Nullable Object> property(Limetype type, Property property) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("name", property.name());
        written.put("type", property.type().wireName());
        written.put("localname", property.localname());
        written.put("required", property.required());
        if (property.length() != null) {
            written.put("length", property.length());
        }
        if (!property.options().isEmpty()) {
            written.put("options", property.options().stream().map(MetadataApi::option).toList());
        }
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        links.put("self", Map.of("href", address(type) + property.name() + "/"));
        if (property.isRelation()) {
            Limetype related = call.application().limetype(property.related());
            links.put("related_type", Map.of("name", related.name(), "href", address(related)));
        }
        written.put("_links", links);
        return written;
    }

    private static Map<String, @Nullable Object> option(Option option) {
        Map<String, @Nullable Object> written = WireValues.option(option);
        written.put("inactive", option.inactive());
        return written;
    }

    private String address(Limetype type) {
        return call.base() + "/limetype/" + type.name() + "/";
    }
}
