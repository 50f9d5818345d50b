package io.erpsync.sandbox.lime.store;

/** Thrown when Lime refuses a request; nothing was written. */
public final class LimeRefusal extends RuntimeException {

    private final int status;

    public LimeRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    public static LimeRefusal badRequest(String message) {
        return new LimeRefusal(400, message);
    }

    public static LimeRefusal notFound(String message) {
        return new LimeRefusal(404, message);
    }

    public int status() {
        return status;
    }
}
