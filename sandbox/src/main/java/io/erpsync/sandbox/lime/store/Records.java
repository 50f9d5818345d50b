package io.erpsync.sandbox.lime.store;

import io.erpsync.sandbox.lime.metadata.DataModel;
import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.store.Versions;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records of an application by type and id, and what holds between them. Not safe for several
 * threads: its owner guards it.
 */
final class Records {

    private volatile DataModel model;
    private final Map<String, Versions<Long, LimeObject>> tables = new HashMap<>();

    Records(DataModel model) {
        this.model = model;
        model.limetypes()
                .keySet()
                .forEach(type -> tables.put(type, new Versions<>(Comparator.naturalOrder())));
    }

    DataModel model() {
        return model;
    }

    /** Gives a property another name; the values go along, and no record counts as saved by it. */
    void rename(Limetype type, String from, String to, Instant at) {
        if (type.property(from) == null || type.property(to) != null) {
            throw LimeRefusal.badRequest(from + " cannot be renamed to " + to);
        }
        model = model.renamed(type, from, to);
        for (LimeObject object : all(type.name(), null)) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            object.values()
                    .forEach((name, value) -> values.put(name.equals(from) ? to : name, value));
            put(object.withValues(values), at);
        }
    }

    Limetype limetype(String name) {
        Limetype found = model.limetype(name);
        if (found == null) {
            throw LimeRefusal.notFound("There is no limetype named " + name);
        }
        return found;
    }

    @Nullable LimeObject find(String limetype, long id, @Nullable Instant asOf) {
        return table(limetype).get(id, asOf);
    }

    LimeObject require(String limetype, long id, @Nullable Instant asOf) {
        LimeObject found = find(limetype, id, asOf);
        if (found == null) {
            throw LimeRefusal.notFound("There is no " + limetype + " with id " + id);
        }
        return found;
    }

    List<LimeObject> all(String limetype, @Nullable Instant asOf) {
        return table(limetype).values(asOf);
    }

    void put(LimeObject object, Instant at) {
        table(object.limetype()).put(object.id(), object, at);
    }

    /** Takes a record away; those that belonged to it belong to nothing from then on. */
    void remove(LimeObject object, Instant at) {
        table(object.limetype()).remove(object.id(), at);
        for (Limetype type : model.limetypes().values()) {
            for (Property property : type.stored()) {
                if (property.type() == PropertyType.BELONGSTO
                        && property.related().equals(object.limetype())) {
                    release(type.name(), property.name(), object.id(), at);
                }
            }
        }
    }

    void checkRelations(Limetype type, Map<String, @Nullable Object> sent) {
        sent.forEach(
                (name, value) -> {
                    Property property = Objects.requireNonNull(type.property(name));
                    if (property.type() == PropertyType.BELONGSTO
                            && value instanceof Long id
                            && find(property.related(), id, null) == null) {
                        throw LimeRefusal.badRequest(
                                name + ": there is no " + property.related() + " " + id);
                    }
                });
    }

    void checkUniqueNumber(Limetype type, Map<String, @Nullable Object> values, long own) {
        String number = SaveRules.number(values);
        for (LimeObject other : all(type.name(), null)) {
            if (!number.isEmpty()
                    && other.id() != own
                    && other.text(SaveRules.NUMBER).equals(number)) {
                throw LimeRefusal.badRequest(SaveRules.NUMBER + " must be unique: " + number);
            }
        }
    }

    private void release(String limetype, String property, long id, Instant at) {
        for (LimeObject object : all(limetype, null)) {
            if (Objects.equals(object.value(property), id)) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>(object.values());
                values.put(property, null);
                put(object.withValues(values), at);
            }
        }
    }

    private Versions<Long, LimeObject> table(String limetype) {
        return Objects.requireNonNull(tables.get(limetype(limetype).name()));
    }
}
