package io.erpsync.sandbox.lime.search;

import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of a record, or of one it belongs to: {@code company.erp_id}. */
record QueryPath(Limetype type, List<Property> relations, Limetype end, String field) {

    static QueryPath of(ObjectSource source, Limetype type, String key) {
        List<String> parts = List.of(key.split("\\.", -1));
        Limetype at = type;
        List<Property> relations = new ArrayList<>();
        for (String part : parts.subList(0, parts.size() - 1)) {
            Property relation = at.property(part);
            if (relation == null || relation.type() != PropertyType.BELONGSTO) {
                throw LimeRefusal.badRequest(part + " is no relation of " + at.name());
            }
            relations.add(relation);
            at = source.limetype(relation.related());
        }
        String field = parts.getLast();
        FieldValues.typeOf(at, field);
        return new QueryPath(type, List.copyOf(relations), at, field);
    }

    @Nullable Object of(ObjectSource source, LimeObject object) {
        LimeObject at = object;
        for (Property relation : relations) {
            at =
                    at.value(relation.name()) instanceof Long id
                            ? source.find(relation.related(), id)
                            : null;
            if (at == null) {
                return null;
            }
        }
        return FieldValues.of(end, at, field);
    }
}
