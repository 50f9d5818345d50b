package io.erpsync.sync.core;

import io.erpsync.connection.rules.Access;
import io.erpsync.connection.rules.Brake;
import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.Directions;
import io.erpsync.connection.rules.Language;
import io.erpsync.connection.rules.LimeProperties;
import io.erpsync.connection.rules.MappingEntry;
import io.erpsync.connection.rules.Matching;
import io.erpsync.connection.rules.Mode;
import io.erpsync.connection.rules.ObjectRules;
import io.erpsync.connection.rules.Polling;
import io.erpsync.connection.rules.WhenDeleted;
import io.erpsync.model.Capabilities;
import io.erpsync.model.Capabilities.Clearing;
import io.erpsync.model.ConnectionName;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Side;
import io.erpsync.model.SystemName;
import io.erpsync.sync.core.model.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules in the making: what an example does not mention stays as a plain connection has it. */
public record Sketch(
        Directions directions,
        Matching matching,
        Side leader,
        boolean putBack,
        boolean limeTrigger,
        Clearing clearing,
        boolean lock,
        List<MappingEntry> mapping,
        Map<String, String> whereLime,
        Map<String, String> whereErp,
        Language language,
        @Nullable FieldCatalogue limeFields,
        @Nullable FieldCatalogue erpFields,
        WhenDeleted whenDeleted) {

    public static Sketch of(Directions directions) {
        return new Sketch(
                directions,
                Matching.REPORT,
                Side.LIME,
                true,
                true,
                Clearing.EMPTIES,
                false,
                Fixtures.MAPPING,
                Map.of(),
                Map.of(),
                Language.EN,
                null,
                null,
                WhenDeleted.KEEP);
    }

    public Sketch directions(Directions next) {
        return new Sketch(
                next,
                matching,
                leader,
                putBack,
                limeTrigger,
                clearing,
                lock,
                mapping,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch matching(Matching next) {
        return new Sketch(
                directions,
                next,
                leader,
                putBack,
                limeTrigger,
                clearing,
                lock,
                mapping,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch ledBy(Side next) {
        return new Sketch(
                directions,
                matching,
                next,
                putBack,
                limeTrigger,
                clearing,
                lock,
                mapping,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch puttingBack(boolean next) {
        return new Sketch(
                directions,
                matching,
                leader,
                next,
                limeTrigger,
                clearing,
                lock,
                mapping,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch withoutTrigger() {
        return new Sketch(
                directions,
                matching,
                leader,
                putBack,
                false,
                clearing,
                lock,
                mapping,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch clearing(Clearing next) {
        return new Sketch(
                directions,
                matching,
                leader,
                putBack,
                limeTrigger,
                next,
                lock,
                mapping,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch locking() {
        return new Sketch(
                directions,
                matching,
                leader,
                putBack,
                limeTrigger,
                clearing,
                true,
                mapping,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch mapping(List<MappingEntry> next) {
        return new Sketch(
                directions,
                matching,
                leader,
                putBack,
                limeTrigger,
                clearing,
                lock,
                next,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch filtered(Map<String, String> lime, Map<String, String> erp) {
        return new Sketch(
                directions,
                matching,
                leader,
                putBack,
                limeTrigger,
                clearing,
                lock,
                mapping,
                lime,
                erp,
                language,
                limeFields,
                erpFields,
                whenDeleted);
    }

    public Sketch knowing(FieldCatalogue lime, FieldCatalogue erp, Language in) {
        return new Sketch(
                directions,
                matching,
                leader,
                putBack,
                limeTrigger,
                clearing,
                lock,
                mapping,
                whereLime,
                whereErp,
                in,
                lime,
                erp,
                whenDeleted);
    }

    public Sketch whenDeleted(WhenDeleted next) {
        return new Sketch(
                directions,
                matching,
                leader,
                putBack,
                limeTrigger,
                clearing,
                lock,
                mapping,
                whereLime,
                whereErp,
                language,
                limeFields,
                erpFields,
                next);
    }

    public Rules rules() {
        return new Rules(connection(), object(), capabilities(), limeFields, erpFields);
    }

    private Capabilities capabilities() {
        return new Capabilities(clearing, true, Duration.ofSeconds(60), lock, 4);
    }

    private Connection connection() {
        return new Connection(
                new ConnectionName("acme"),
                Mode.LIVE,
                new Access(SystemName.LIME, Map.of()),
                new Access(Fixtures.ERP, Map.of()),
                Polling.DEFAULT,
                language,
                Brake.DEFAULT,
                Set.of(),
                Map.of(ObjectType.CUSTOMER, object()),
                "test");
    }

    private ObjectRules object() {
        return new ObjectRules(
                "company",
                "customer",
                "CustomerNumber",
                Fixtures.REGISTRATION,
                Fixtures.NAME,
                directions,
                Set.of("name", "city", "phone", "registrationno"),
                mapping,
                matching,
                leader,
                putBack,
                limeTrigger,
                whenDeleted,
                LimeProperties.DEFAULT,
                whereLime,
                whereErp);
    }
}
