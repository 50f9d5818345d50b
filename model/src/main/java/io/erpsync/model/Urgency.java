package io.erpsync.model;

/** Whether a person waits for the work. */
public enum Urgency {
    INTERACTIVE,
    BACKGROUND
}
