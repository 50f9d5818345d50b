package io.erpsync.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.testing.Messages;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MessageShapeTest {

    @Test
    void shapesEveryMessageOfTheContract() {
        for (SpecificRecord message : Messages.all().values()) {
            String json = new JsonMapper().writeValueAsString(MessageShape.of(message));

            assertThat(new JsonMapper().readTree(json).size())
                    .isEqualTo(message.getSchema().getFields().size());
        }
    }

    @Test
    void writesValuesPlainly() {
        Map<String, ?> shape = MessageShape.of(Messages.changeEvent());

        assertThat(String.valueOf(shape.get("fields")))
                .contains("creditlimit=-12.50", "since=1999-12-31", "employees=12");
    }
}
