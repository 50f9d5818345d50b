package io.erpsync.connector.lime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Spells parts of an address the way Lime reads them: a plus sign in an offset is no space. */
final class Urls {

    private Urls() {}

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String parameter(String name, String value) {
        return segment(name) + "=" + segment(value);
    }
}
