package io.erpsync.connector.lime;

import io.erpsync.model.Fields;
import io.erpsync.model.RecordReference;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.model.Value;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads records of one limetype from JSON, together with the wanted fields over its relations.
 *
 * @param related the types of the relations that {@code paths} go over, by the relation's name
 * @param paths the wanted fields over a relation: {@code coworker.email}
 */
record LimeRecords(
        LimeType type, Map<String, LimeType> related, Set<String> paths, LimeValues values) {

    /** What Lime keeps of every record by itself and we read as fields. */
    static final Map<String, LimeType.Property> SYSTEM_PROPERTIES =
            Map.of(
                    "_timestamp", system("_timestamp", "Changed", LimeType.Kind.TIME),
                    "_createdtime", system("_createdtime", "Created", LimeType.Kind.TIME),
                    "_updateduser", system("_updateduser", "Changed by", LimeType.Kind.ID));

    LimeRecords {
        related = Map.copyOf(related);
        paths = Set.copyOf(paths);
    }

    private static LimeType.Property system(String name, String label, LimeType.Kind kind) {
        return new LimeType.Property(name, label, kind, null, false, java.util.List.of(), null);
    }

    /**
     * The relation that a field's name goes over, or null when it is a field of the type itself.
     */
    static @Nullable String relationOf(LimeType type, String field) {
        int dot = field.indexOf('.');
        if (dot <= 0) {
            return null;
        }
        LimeType.Property head = type.property(field.substring(0, dot));
        return head != null && head.kind() == LimeType.Kind.RELATION ? head.name() : null;
    }

    /** The query parameters that bring the related records with a record: with {@code &}. */
    String embedding() {
        StringBuilder query = new StringBuilder();
        new TreeSet<>(related.keySet())
                .forEach(relation -> query.append("&_embed=").append(relation));
        return query.toString();
    }

    /** The record, or null when this is none: it lacks its id or its time of change. */
    @Nullable StoredRecord read(JsonNode object) {
        String id = id(object);
        Instant changed = values.instant(object.path("_timestamp"));
        if (id == null || changed == null) {
            return null;
        }
        Map<String, Value> fields = new TreeMap<>();
        readInto(fields, type, object);
        for (String path : paths) {
            readPath(fields, path, object);
        }
        return new StoredRecord(reference(id), null, Fields.of(fields), changed);
    }

    RecordReference reference(String id) {
        return new RecordReference(SystemName.LIME, type.name(), id);
    }

    static @Nullable String id(JsonNode object) {
        JsonNode id = object.path("_id");
        return id.isIntegralNumber() || (id.isString() && !id.asString().isBlank())
                ? id.asString()
                : null;
    }

    /**
     * Whether {@code object} shows all there is: every property of the type, and every related
     * record that was asked for.
     */
    boolean isWhole(JsonNode object) {
        for (LimeType.Property property : type.properties().values()) {
            if (property.kind() != LimeType.Kind.TAB && !object.has(property.name())) {
                return false;
            }
        }
        for (String relation : related.keySet()) {
            boolean linked = object.path(relation).isNumber() || object.path(relation).isString();
            if (linked && !embedded(object, relation).isObject()) {
                return false;
            }
        }
        return true;
    }

    /** Properties in {@code object} that the metadata does not know. */
    Set<String> unexplained(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : object.propertyNames()) {
            if (!name.startsWith("_") && type.property(name) == null) {
                names.add(name);
            }
        }
        return names;
    }

    private void readInto(Map<String, Value> fields, LimeType of, JsonNode object) {
        for (LimeType.Property property : of.properties().values()) {
            JsonNode node = object.get(property.name());
            if (node == null || property.kind() == LimeType.Kind.TAB) {
                continue;
            }
            fields.put(property.name(), values.read(property, node));
            if (property.kind() == LimeType.Kind.OPTION) {
                fields.put(property.name() + ".text", values.readOptionText(property, node));
            }
        }
        SYSTEM_PROPERTIES.forEach(
                (name, property) -> {
                    if (object.has(name)) {
                        fields.put(name, values.read(property, object.path(name)));
                    }
                });
    }

    private void readPath(Map<String, Value> fields, String path, JsonNode object) {
        String relation = path.substring(0, path.indexOf('.'));
        LimeType relatedType = related.get(relation);
        if (relatedType == null || !object.has(relation)) {
            return;
        }
        if (object.path(relation).isNull()) {
            fields.put(path, Value.empty());
            return;
        }
        Map<String, Value> there = new TreeMap<>();
        readInto(there, relatedType, embedded(object, relation));
        Value value = there.get(path.substring(relation.length() + 1));
        if (value != null) {
            fields.put(path, value);
        }
    }

    private static JsonNode embedded(JsonNode object, String relation) {
        JsonNode all = object.path("_embedded");
        JsonNode found = all.path("relation_" + relation);
        return found.isObject() ? found : all.path(relation);
    }
}
