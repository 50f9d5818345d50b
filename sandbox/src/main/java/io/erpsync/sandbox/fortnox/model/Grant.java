package io.erpsync.sandbox.fortnox.model;

import java.time.Instant;

/** What a bearer token opens, and until when. */
public record Grant(String tenant, String client, Instant expires) {

    /** The party that the rate limit counts. */
    public String caller() {
        return tenant + "/" + client;
    }
}
