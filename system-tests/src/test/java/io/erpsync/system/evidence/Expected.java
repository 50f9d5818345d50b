package io.erpsync.system.evidence;

/**
 * What a person who made a record expects of it.
 *
 * @param system where it was made
 * @param id its id there
 * @param wasRefusable whether at some time it was to be refused, though it may be mended since
 * @param words what the text on its card must say; empty where there is to be none
 */
public record Expected(String system, String id, Fate fate, boolean wasRefusable, String words) {}
