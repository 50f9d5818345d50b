package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.lime.metadata.Limetype;
import io.erpsync.sandbox.lime.metadata.Property;
import io.erpsync.sandbox.lime.metadata.PropertyType;
import io.erpsync.sandbox.lime.search.ListQuery;
import io.erpsync.sandbox.lime.store.LimeObject;
import io.erpsync.sandbox.lime.store.LimeRefusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The records: {@code limeobject/{type}/...}. */
final class ObjectApi {

    private final LimeCall call;
    private final HalObjects hal;

    ObjectApi(LimeCall call) {
        this.call = call;
        this.hal = new HalObjects(call);
    }

    ApiReply answer() {
        return switch (call.path().size()) {
            case 2 -> collection(call.path().get(1));
            case 3 -> one(call.path().get(1), call.id(2));
            case 4 -> related(call.path().get(1), call.id(2), call.path().get(3));
            case 5 -> template(call.path().get(1), call.id(2), call.path().get(3));
            default -> throw LimeRefusal.notFound("There is nothing at " + call.request().path());
        };
    }

    private ApiReply collection(String limetype) {
        return switch (call.method()) {
            case "GET" -> list(call.application().limetype(limetype), call.source().all(limetype));
            case "POST" -> {
                LimeObject created = call.application().create(call.user(), limetype, call.body());
                yield ApiReply.json(201, hal.write(created, List.of()))
                        .with("Location", hal.address(limetype, created.id()));
            }
            default -> throw call.methodNotAllowed();
        };
    }

    private ApiReply one(String limetype, long id) {
        return switch (call.method()) {
            case "GET" -> {
                Limetype type = call.application().limetype(limetype);
                List<String> embeds = ListQuery.of(type, call.request().query()).embeds();
                LimeObject found = call.application().require(limetype, id, call.request().asOf());
                yield ApiReply.json(200, hal.write(found, embeds));
            }
            case "PUT" ->
                    ApiReply.json(
                            200,
                            hal.write(
                                    call.application()
                                            .update(call.user(), limetype, id, call.body()),
                                    List.of()));
            case "DELETE" -> {
                call.application().delete(call.user(), limetype, id);
                yield ApiReply.empty(204);
            }
            default -> throw call.methodNotAllowed();
        };
    }

    private ApiReply related(String limetype, long id, String relation) {
        if (!call.method().equals("GET")) {
            throw call.methodNotAllowed();
        }
        Property property = call.application().limetype(limetype).property(relation);
        if (property == null || !property.isRelation()) {
            throw LimeRefusal.notFound(limetype + " has no relation " + relation);
        }
        LimeObject object = call.application().require(limetype, id, call.request().asOf());
        return property.type() == PropertyType.BELONGSTO
                ? parent(object, property)
                : children(object, property);
    }

    /** What a new child of the record would start with. */
    private ApiReply template(String limetype, long id, String relation) {
        Property property = call.application().limetype(limetype).property(relation);
        call.application().require(limetype, id, call.request().asOf());
        if (property == null
                || property.backReference() == null
                || !call.path().get(4).equals("new")) {
            throw LimeRefusal.notFound("There is nothing at " + call.request().path());
        }
        return ApiReply.json(200, Map.of(property.backReference(), id));
    }

    private ApiReply parent(LimeObject object, Property property) {
        if (!(object.value(property.name()) instanceof Long id)) {
            throw LimeRefusal.notFound(property.name() + " of " + object.id() + " is empty");
        }
        LimeObject parent =
                call.application().require(property.related(), id, call.request().asOf());
        return ApiReply.json(200, hal.write(parent, List.of()));
    }

    private ApiReply children(LimeObject object, Property property) {
        String back = Objects.requireNonNull(property.backReference());
        List<LimeObject> children =
                call.source().all(property.related()).stream()
                        .filter(child -> Objects.equals(child.value(back), object.id()))
                        .toList();
        return list(call.application().limetype(property.related()), children);
    }

    private ApiReply list(Limetype type, List<LimeObject> all) {
        ListQuery query = ListQuery.of(type, call.request().query());
        return new HalPage(call, query, query.page(all)).reply(hal);
    }
}
