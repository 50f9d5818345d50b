package io.erpsync.system;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What goes wrong between the services and the two systems; people's own edits are spared. */
public final class Faults {

    private static final String ADDRESS = "/sandbox/faults";

    private final Web web;

    Faults(Web web) {
        this.web = web;
    }

    /**
     * Adds one; the sandbox's README has the keys. Answers the id of the fault.
     *
     * @param system lime or fortnox
     * @param account the Lime application or the Fortnox tenant; empty for all
     */
    public String add(String system, String account, String kind, Map<String, Object> more) {
        Map<String, Object> fault = new LinkedHashMap<>(more);
        fault.put("system", system);
        fault.put("kind", kind);
        if (!account.isEmpty()) {
            fault.put(system.equals("lime") ? "application" : "tenant", account);
        }
        return web.json("POST", ADDRESS, fault, Map.of()).path("id").asString("");
    }

    /** All of them with their hits. */
    public JsonNode all() {
        return web.get(ADDRESS, Map.of());
    }

    public void remove(String id) {
        web.send("DELETE", ADDRESS + "/" + id, "", Map.of());
    }

    public void clear() {
        web.send("DELETE", ADDRESS, "", Map.of());
    }

    /** Starts chance anew. */
    public void seed(long seed) {
        web.json("POST", ADDRESS + "/seed", Map.of("seed", seed), Map.of());
    }
}
