package io.erpsync.sync.store;

import java.util.List;

/** The names of the state stores; part of the changelog topics' names, so they never change. */
public final class StoreNames {

    public static final String LINKS = "links";
    public static final String OWNERS = "owners";
    public static final String DIRECTORY = "directory";
    public static final String DUE = "due";
    public static final String QUEUE = "release-queue";
    public static final String GATES = "gates";
    public static final String CATALOGUES = "catalogues";

    public static final String TALLIES = "tallies";
    public static final String WAITING = "waiting-room";

    public static final List<String> ALL =
            List.of(LINKS, OWNERS, DIRECTORY, DUE, QUEUE, GATES, CATALOGUES, TALLIES, WAITING);

    private StoreNames() {}
}
