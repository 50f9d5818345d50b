package io.erpsync.system;

import java.util.List;

/** What the services are given and must never show; no other text of a run contains them. */
public final class Secrets {

    public static final String LIME_KEY = "lk-3f9c1e77b2";
    public static final String USER_KEY = "uk-77aa10c4d9";
    public static final String CLIENT = "app-of-the-tests";
    public static final String CLIENT_SECRET = "cs-5d0e8b6a41";

    private Secrets() {}

    public static List<String> all() {
        return List.of(LIME_KEY, CLIENT_SECRET);
    }
}
