package io.erpsync.demo.stack;

import java.util.Map;

/** The credentials of the sandbox, as secret files: the demo shows how real ones would be given. */
final class DemoSecrets {

    static final Map<String, String> ALL =
            Map.of(
                    "DEMO_LIME_KEY", "sync",
                    "DEMO_WEBHOOK_SECRET", "demo-webhook-secret",
                    "systems.yml", "fortnox: { client-id: demo, client-secret: demo }\n");

    private DemoSecrets() {}
}
