package io.erpsync.sync.core.world;

/** Something that must always hold does not. */
public final class Broken extends AssertionError {

    private static final long serialVersionUID = 1;

    public Broken(String what) {
        super(what);
    }
}
