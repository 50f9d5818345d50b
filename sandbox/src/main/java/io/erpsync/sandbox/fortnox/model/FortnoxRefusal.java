package io.erpsync.sandbox.fortnox.model;

/** Thrown when Fortnox refuses a request with one of its codes; nothing was written. */
public final class FortnoxRefusal extends RuntimeException {

    private final int status;
    private final int code;

    public FortnoxRefusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static FortnoxRefusal invalid(int code, String message) {
        return new FortnoxRefusal(400, code, message);
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }
}
