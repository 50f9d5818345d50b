package io.erpsync.sync.store;

/**
 * What is known of one record for matching.
 *
 * @param registration normalised; empty when there is none
 * @param baseline whether it was there when the connection went live
 */
public record Listing(
        String id, String number, String registration, String name, boolean baseline) {}
