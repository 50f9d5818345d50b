package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.SqlServerTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as HAL objects. */
final class HalObjects {

    private final LimeCall call;

    HalObjects(LimeCall call) {
        this.call = call;
    }

    Map<String, @Nullable Object> write(LimeObject object, List<String> embeds) {
        Limetype type = call.application().limetype(object.limetype());
        Map<String, @Nullable Object> hal = new LinkedHashMap<>();
        type.stored()
                .forEach(
                        property ->
                                hal.put(
                                        property.name(),
                                        WireValues.write(property, object.value(property.name()))));
        hal.put("_id", object.id());
        hal.put("_timestamp", SqlServerTime.format(object.timestamp()));
        hal.put("_descriptive", object.text(type.descriptive()));
        hal.put("_createdtime", SqlServerTime.format(object.createdTime()));
        hal.put("_createduser", object.createdUser());
        hal.put("_updateduser", object.updatedUser());
        if (!embeds.isEmpty()) {
            hal.put("_embedded", embedded(type, object, embeds));
        }
        hal.put("_links", links(type, object));
        return hal;
    }

    String address(String limetype, long id) {
        return call.base() + "/limeobject/" + limetype + "/" + id + "/";
    }

    private Map<String, @Nullable Object> embedded(
            Limetype type, LimeObject object, List<String> embeds) {
        Map<String, @Nullable Object> embedded = new LinkedHashMap<>();
        for (String relation : embeds) {
            Property property = type.property(relation);
            if (property != null && object.value(relation) instanceof Long id) {
                LimeObject other = call.source().find(property.related(), id);
                if (other != null) {
                    embedded.put("relation_" + relation, write(other, List.of()));
                }
            }
        }
        return embedded;
    }

    private Map<String, @Nullable Object> links(Limetype type, LimeObject object) {
        String self = address(type.name(), object.id());
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        links.put("self", Map.of("href", self));
        links.put(
                "limetype",
                Map.of(
                        "href",
                        call.base() + "/limetype/" + type.name() + "/",
                        "name",
                        type.name()));
        for (Property property : type.properties().values()) {
            if (property.isRelation()) {
                String href = self + property.name() + "/";
                links.put(
                        "relation_" + property.name(),
                        Map.of("href", href, "name", property.name()));
                if (property.type() == PropertyType.HASMANY) {
                    links.put("new_" + property.name(), Map.of("href", href + "new/"));
                }
            }
        }
        return links;
    }
}
