package io.erpsync.polling.kafka;

/**
 * Another process works under this replica's name. This one must end; its supervisor starts it anew
 * if it is still wanted.
 */
public final class Fenced extends RuntimeException {

    Fenced(String message, Throwable cause) {
        super(message, cause);
    }
}
