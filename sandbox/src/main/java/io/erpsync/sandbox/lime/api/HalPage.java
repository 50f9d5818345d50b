package io.erpsync.sandbox.lime.api;

import io.erpsync.sandbox.exchange.ApiReply;
import io.erpsync.sandbox.lime.search.ListPage;
import io.erpsync.sandbox.lime.search.ListQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of records with the link to the next one. */
record HalPage(LimeCall call, ListQuery query, ListPage page) {

    ApiReply reply(HalObjects hal) {
        Map<String, @Nullable Object> links = new LinkedHashMap<>();
        links.put("self", Map.of("href", address(call.request().rawQuery())));
        if (page.hasMore()) {
            links.put("next", Map.of("href", address(nextQuery())));
        }
        List<Map<String, @Nullable Object>> objects =
                page.objects().stream().map(object -> hal.write(object, query.embeds())).toList();
        return ApiReply.json(
                200, Map.of("_links", links, "_embedded", Map.of("limeobjects", objects)));
    }

    private String address(String rawQuery) {
        String path = String.join("/", call.path()) + "/";
        return call.base() + "/" + path + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
    }

    private String nextQuery() {
        boolean byId = call.application().switches().offsetIdLinks() && !page.objects().isEmpty();
        String kept =
                Arrays.stream(call.request().rawQuery().split("&", -1))
                        .filter(part -> !part.isEmpty() && !isPosition(part))
                        .filter(part -> !(byId && part.startsWith("_limit=")))
                        .collect(Collectors.joining("&"));
        String position =
                byId
                        ? "_limit=" + query.limit() + "&_offset_id=" + page.objects().getLast().id()
                        : "_offset=" + page.end();
        return kept.isEmpty() ? position : kept + "&" + position;
    }

    private static boolean isPosition(String part) {
        return part.startsWith("_offset=") || part.startsWith("_offset_id=");
    }
}
