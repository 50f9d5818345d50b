package io.erpsync.demo.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeMap;

/** Looks whether the demo's ports are free, before anything is started. */
final class FreePorts {

    private FreePorts() {}

    /** Throws {@link StartFailed} naming every port that is taken and what it is for. */
    static void check() {
        Map<String, Integer> wanted = new TreeMap<>();
        Service.ALL.forEach(service -> wanted.put(service.name(), service.port()));
        wanted.put("Kafka", Ports.BROKER);
        wanted.put("Kafka's controller", Ports.CONTROLLER);
        wanted.put("the schema registry", Ports.REGISTRY);
        wanted.put("the schema registry's health", Ports.REGISTRY_MANAGEMENT);
        wanted.put("the sandbox", Ports.SANDBOX);
        String taken = taken(wanted);
        if (!taken.isEmpty()) {
            throw new StartFailed(
                    "these ports of 127.0.0.1 are taken, perhaps by another demo:"
                            + taken
                            + "\nStop what uses them, then try again.");
        }
    }

    /** A line for each port that is taken; empty when all are free. */
    static String taken(Map<String, Integer> wanted) {
        StringBuilder taken = new StringBuilder();
        wanted.forEach(
                (name, port) -> {
                    if (!isFree(port)) {
                        taken.append("\n  port ").append(port).append(" for ").append(name);
                    }
                });
        return taken.toString();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException used) {
            return false;
        }
    }
}
