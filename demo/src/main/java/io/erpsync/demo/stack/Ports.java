package io.erpsync.demo.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** The services by name. */
    public static final Map<String, Integer> SERVICES = services();

    private Ports() {}

    private static Map<String, Integer> services() {
        Map<String, Integer> services = new LinkedHashMap<>();
        services.put("lime-poller", LIME_POLLER);
        services.put("erp-poller", ERP_POLLER);
        services.put("sync-engine", ENGINE);
        services.put("erp-writers (fortnox)", FORTNOX_WRITER);
        services.put("erp-writers (lime)", LIME_WRITER);
        return Collections.unmodifiableMap(services);
    }
}
