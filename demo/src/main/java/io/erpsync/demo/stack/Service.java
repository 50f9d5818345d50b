package io.erpsync.demo.stack;

import java.util.List;
import java.util.Map;

/**
 * One of our services as the demo runs it.
 *
 * @param name also the name of its log file and of its replica
 * @param module the module whose program it is
 * @param more settings besides those that all services share
 */
public record Service(String name, String module, int port, Map<String, String> more) {

    /** The services, in the order in which they are shown. */
    public static final List<Service> ALL =
            List.of(
                    new Service(
                            "sync-engine",
                            "sync-engine",
                            Ports.ENGINE,
                            Map.of("erpsync.installation", "demo")),
                    new Service(
                            "writer-fortnox",
                            "erp-writers",
                            Ports.FORTNOX_WRITER,
                            Map.of("erpsync.target", "fortnox")),
                    new Service(
                            "writer-lime",
                            "erp-writers",
                            Ports.LIME_WRITER,
                            Map.of("erpsync.target", "lime")),
                    new Service("lime-poller", "lime-poller", Ports.LIME_POLLER, Map.of()),
                    new Service("erp-poller", "erp-poller", Ports.ERP_POLLER, Map.of()));

    public Service {
        more = Map.copyOf(more);
    }
}
