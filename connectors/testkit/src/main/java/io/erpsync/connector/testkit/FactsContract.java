package io.erpsync.connector.testkit;

import static io.erpsync.connector.testkit.Stage.applied;
import static io.erpsync.connector.testkit.Stage.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.erpsync.connector.AccessSettings;
import io.erpsync.connector.Identity;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.SettingsFault;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.FieldDefinition;
import io.erpsync.model.Fields;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a connector says of itself and of the system. */
interface FactsContract extends Staged {

    @Test
    default void namesTheSettingThatIsMissing() {
        for (String key : stage().specimen().requiredSettings()) {
            AccessSettings whole = stage().standIn().settings();
            Map<String, String> less = new HashMap<>(whole.values());
            less.remove(key);

            SettingsFault fault =
                    catchThrowableOfType(
                            SettingsFault.class,
                            () ->
                                    stage().open(
                                                    new AccessSettings(
                                                            whole.connection(),
                                                            less,
                                                            whole.timeout()),
                                                    RequestGate.OPEN));

            assertThat(fault).as("without " + key).isNotNull();
            assertThat(fault.key()).isEqualTo(key);
            assertThat(fault).hasMessageContaining(key);
        }
    }

    @Test
    default void printsNoSecret() {
        AccessSettings settings = stage().standIn().settings();

        String printed = stage().system() + " " + stage().specimen().connector();

        for (String secret : stage().specimen().secrets()) {
            assertThat(printed).doesNotContain(settings.required(secret));
        }
    }

    @Test
    default void tellsWhomTheCredentialsOpen() {
        Identity identity = got(stage().system().identify());

        assertThat(identity.name()).isNotBlank();
        assertThat(identity.clockSkew().abs()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    default void knowsEveryFieldOfARecord() {
        StoredRecord record = applied(stage().create("key-1", stage().specimen().named("A"), null));

        FieldCatalogue catalogue = got(stage().system().catalogue(ObjectType.CUSTOMER));

        assertThat(catalogue.fields().keySet()).containsAll(record.fields().names());
        assertThat(record.reference().system()).isEqualTo(catalogue.system());
        assertThat(record.reference().type())
                .isEqualTo(stage().specimen().connector().entityOf(ObjectType.CUSTOMER));
    }

    @Test
    default void closesTheFieldOfTheKey() {
        String key = stage().specimen().keyField();
        FieldCatalogue catalogue = got(stage().system().catalogue(ObjectType.CUSTOMER));

        assertThat(key == null)
                .isEqualTo(!stage().specimen().connector().capabilities().storesLinkId());
        if (key != null) {
            FieldDefinition field = catalogue.field(key);
            assertThat(field).isNotNull();
            assertThat(field == null || field.writable()).isFalse();
        }
    }

    @Test
    default void takesATextOfTheFullLengthAndRefusesALongerOne() {
        String name = stage().specimen().shortField();
        FieldDefinition field =
                got(stage().system().catalogue(ObjectType.CUSTOMER)).fields().get(name);
        assertThat(field).isNotNull();
        int length = field == null || field.length() == null ? 0 : field.length();
        String id = stage().standIn().seed(stage().specimen().named("A"));

        Outcome full = stage().update(id, text(name, length), false);
        Outcome longer = stage().update(id, text(name, length + 1), false);

        assertThat(applied(full).fields().get(name).shown()).hasSize(length);
        assertThat(longer)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            assertThat(refused.field()).isEqualTo(name);
                            assertThat(refused.reason().scope()).isEqualTo(Reason.Scope.OBJECT);
                            assertThat(refused.words()).isNotBlank();
                        });
        assertThat(stage().standIn().stored(id).get(name).shown()).hasSize(length);
    }

    private static Fields text(String name, int length) {
        return Fields.NONE.with(name, Value.text("1".repeat(length)));
    }
}
