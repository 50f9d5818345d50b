package io.erpsync.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.schemas.contract.Contract;
import io.erpsync.schemas.serde.RegistryUnavailable;
import io.erpsync.schemas.serde.SerdeKeys;
import io.erpsync.schemas.topics.TopicPlan;
import io.erpsync.schemas.topics.TopicPlan.Topic;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** That the tables of the README say what the code does. */
class ReadmeTest {

    private final List<String> lines = Files.readAllLines(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void listsTheTopicsAsPlanned() {
        List<String> planned =
                TopicPlan.of(TopicPlan.PARTITIONS).topics().stream().map(ReadmeTest::row).toList();

        assertThat(rowsAfter("| topic |")).isEqualTo(planned);
    }

    @Test
    void listsEverySetting() throws IllegalAccessException {
        List<String> keys = new ArrayList<>();
        for (Field field : SerdeKeys.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                keys.add("`" + field.get(null) + "`");
            }
        }

        assertThat(rowsAfter("| key |"))
                .extracting(row -> row.split(" \\| ", -1)[0].substring(2))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void namesOnlyExceptionsThatExist() throws ClassNotFoundException {
        String serde = RegistryUnavailable.class.getPackageName();
        List<String> rows = rowsAfter("| exception |");

        assertThat(rows).hasSize(5);
        for (String row : rows) {
            assertThat(Class.forName(serde + "." + row.split("`", -1)[1]))
                    .isAssignableTo(RuntimeException.class);
        }
    }

    private List<String> rowsAfter(String head) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static String row(Topic topic) {
        Schema schema = Contract.schemaByTopic().get(topic.name());
        return "| `%s` | %s | %s | %d MiB |"
                .formatted(
                        topic.name(),
                        schema == null ? "any bytes" : schema.getName(),
                        topic.retention() == null ? "last of each key" : kept(topic.retention()),
                        topic.maxMessageBytes() / (1024 * 1024));
    }

    private static String kept(Duration retention) {
        return retention.toDays() > 0 ? retention.toDays() + " days" : "1 hour";
    }
}
