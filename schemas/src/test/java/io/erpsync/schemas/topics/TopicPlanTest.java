package io.erpsync.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.erpsync.model.SystemName;
import io.erpsync.schemas.topics.TopicPlan.Topic;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final List<Topic> TOPICS = TopicPlan.of(TopicPlan.PARTITIONS).topics();

    @Test
    void holdsEveryTopicThatHasAName() throws IllegalAccessException {
        List<String> names = new ArrayList<>();
        for (Field field : Topics.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                names.add((String) field.get(null));
            }
        }
        TopicPlan.TARGETS.forEach(target -> names.add(Topics.commandsTo(target)));

        assertThat(TOPICS).extracting(Topic::name).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void givesAllTopicsTheSamePartitionCount() {
        assertThat(TOPICS).extracting(Topic::partitions).containsOnly(24);
        assertThat(TopicPlan.of(3).topics()).extracting(Topic::partitions).containsOnly(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicPlan.of(0))
                .withMessageContaining("partitions 0");
    }

    @Test
    void compactsWhatIsKeptByKey() {
        assertThat(TOPICS)
                .filteredOn(Topic::isCompacted)
                .extracting(Topic::name)
                .containsExactlyInAnyOrder("cursors", "catalogues", "links", "dead-letters");
    }

    @Test
    void hasRoomInADeadLetterForARecordOfAnySource() {
        int largestSource =
                TOPICS.stream()
                        .filter(topic -> !topic.name().startsWith("dead-letters"))
                        .mapToInt(Topic::maxMessageBytes)
                        .max()
                        .orElseThrow();

        assertThat(TOPICS)
                .filteredOn(topic -> topic.name().startsWith("dead-letters"))
                .hasSize(2)
                .allMatch(topic -> topic.maxMessageBytes() == 2 * largestSource);
    }

    @Test
    void hasACommandTopicForEachTarget() {
        List<SystemName> targets = List.of(SystemName.LIME, new SystemName("visma"));

        assertThat(TopicPlan.of(24, targets).topics())
                .extracting(Topic::name)
                .contains("commands.lime", "commands.visma")
                .doesNotContain("commands.fortnox");
    }
}
