package io.erpsync.sandbox.lime.store;

/** Hears of every save once it is done; must not block. */
@FunctionalInterface
public interface LimeEvents {

    void happened(LimeEvent event);
}
