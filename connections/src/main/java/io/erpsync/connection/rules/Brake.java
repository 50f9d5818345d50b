package io.erpsync.connection.rules;

/**
 * How much a connection may change in one direction within an hour before an operator must agree.
 *
 * @param updates allowed in any case
 * @param percent of the linked records, where that is more
 * @param clears how many fields may be emptied
 */
public record Brake(int updates, int percent, int clears) {

    public static final Brake DEFAULT = new Brake(200, 5, 25);
}
