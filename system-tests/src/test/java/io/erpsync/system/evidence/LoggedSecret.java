package io.erpsync.system.evidence;

/** A line of a service's log that tells what it must not. */
public record LoggedSecret(String service, String what, String line) {}
