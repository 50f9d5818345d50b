package io.erpsync.demo.stack;

/** The ports of the demo, all on 127.0.0.1. */
public final class Ports {

    public static final int BROKER = 9092;
    public static final int CONTROLLER = 9093;
    public static final int REGISTRY = 8088;
    public static final int REGISTRY_MANAGEMENT = 8089;
    public static final int SANDBOX = 8090;
    public static final int LIME_POLLER = 8081;
    public static final int ERP_POLLER = 8082;
    public static final int ENGINE = 8083;
    public static final int FORTNOX_WRITER = 8084;
    public static final int LIME_WRITER = 8085;

    private Ports() {}
}
