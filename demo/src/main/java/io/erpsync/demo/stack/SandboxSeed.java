package io.erpsync.demo.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * What is in the sandbox before anything else starts: one old customer in Fortnox, and Lime's
 * webhook to the poller.
 */
final class SandboxSeed {

    private static final String BASE = "http://127.0.0.1:" + Ports.SANDBOX;

    private SandboxSeed() {}

    static void plant(HttpClient http) {
        post(
                http,
                "/sandbox/fortnox/1/seed",
                "",
                "[{\"CustomerNumber\":\"900\",\"Name\":\"Havsvik Bygg AB\",\"OrganisationNumber\":\"556012-5790\",\"City\":\"Ystad\",\"Type\":\"COMPANY\",\"Active\":true}]");
        // The webhook names the demo's lime-poller; its secret is the one in demo.yml.
        post(
                http,
                "/lime/demo/api/v1/subscription/",
                "sync",
                "{\"name\":\"erpsync\",\"events\":[\"company.new\",\"company.update\",\"company.delete\"],\"target_url\":\"http://127.0.0.1:"
                        + Ports.LIME_POLLER
                        + "/webhooks/lime/demo\",\"secret\":\""
                        + DemoSecrets.ALL.get("DEMO_WEBHOOK_SECRET")
                        + "\"}");
    }

    private static void post(HttpClient http, String path, String key, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(BASE + path))
                        .header("Content-Type", "application/json")
                        .header("x-api-key", key.isEmpty() ? "none" : key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StartFailed(
                        "the sandbox refused "
                                + path
                                + ": "
                                + answer.statusCode()
                                + " "
                                + answer.body());
            }
        } catch (IOException e) {
            throw new StartFailed("the sandbox did not answer " + path + ": " + e.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailed("stopped while starting");
        }
    }
}
