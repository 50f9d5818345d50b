package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.RequestGate;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Lime says of its fields, and what it pushes, against the sandbox. */
class LimeMetadataAndDeliveryIT {

    private final SandboxLime lime = new SandboxLime();
    private final ConnectedSystem system =
            new LimeConnector().open(lime.settings(), RequestGate.OPEN);

    @AfterEach
    void close() {
        system.close();
        lime.close();
    }

    @Test
    void describesWhatCanBeWrittenAndWhatCanOnlyBeRead() {
        FieldCatalogue catalogue = catalogue();

        FieldDefinition number = field(catalogue, "erp_id");
        assertThat(number.writable()).isTrue();
        assertThat(number.length()).isEqualTo(16);
        assertThat(number.localName()).isEqualTo("Customer number ERP");
        assertThat(field(catalogue, "name").required()).isTrue();
        assertThat(field(catalogue, "erp_status").options()).contains("empty", "inprocess");
        assertThat(field(catalogue, "coworker").kind()).isEqualTo(FieldDefinition.Kind.RELATION);
        assertThat(List.of("_timestamp", "_updateduser", "erp_status.text", "coworker.email"))
                .allSatisfy(name -> assertThat(field(catalogue, name).writable()).isFalse());
        assertThat(catalogue.field("person")).isNull();
    }

    @Test
    void trustsADeliveryThatLimeSigned() throws Exception {
        BlockingQueue<List<Object>> deliveries = new ArrayBlockingQueue<>(4);
        HttpServer receiver = receiver(deliveries);
        String target = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        lime.asUser(
                "POST",
                "subscription/",
                "{\"events\":[\"company.update\"],\"target_url\":\"%s\",\"secret\":\"pst\"}"
                        .formatted(target));
        String id = lime.seed(Fields.NONE.with("name", Value.text("A")));

        lime.change(id, Fields.NONE.with("phone", Value.text("046")));

        List<Object> delivery = deliveries.poll(10, TimeUnit.SECONDS);
        receiver.stop(0);
        assertThat(delivery).isNotNull();
        byte[] body = (byte[]) delivery.getLast();
        String signature = (String) delivery.getFirst();
        assertThat(LimeWebhook.verify("pst", body, signature)).isTrue();
        assertThat(LimeWebhook.verify("other", body, signature)).isFalse();
        assertThat(LimeWebhook.read(body))
                .contains(new LimeWebhook.Delivery("company", id, LimeWebhook.Kind.UPDATE));
    }

    private static HttpServer receiver(BlockingQueue<List<Object>> deliveries) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    deliveries.add(
                            List.of(
                                    exchange.getRequestHeaders()
                                            .getFirst(LimeWebhook.SIGNATURE_HEADER),
                                    exchange.getRequestBody().readAllBytes()));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private FieldCatalogue catalogue() {
        if (system.catalogue(ObjectType.CUSTOMER)
                instanceof Answer.Got<FieldCatalogue>(FieldCatalogue catalogue)) {
            return catalogue;
        }
        throw new AssertionError("no catalogue");
    }

    private static FieldDefinition field(FieldCatalogue catalogue, String name) {
        FieldDefinition field = catalogue.field(name);
        if (field == null) {
            throw new AssertionError(name + " is not in the catalogue");
        }
        return field;
    }
}
