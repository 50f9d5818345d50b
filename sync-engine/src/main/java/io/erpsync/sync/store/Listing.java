package io.erpsync.sync.store;

import io.erpsync.model.Fields;

/**
 * What is known of one record for matching.
 *
 * @param registration normalised; empty when there is none
 * @param baseline whether it was there when the connection went live
 * @param shown of a baseline record, what its list showed then
 */
public record Listing(
        String id,
        String number,
        String registration,
        String name,
        boolean baseline,
        Fields shown) {}
