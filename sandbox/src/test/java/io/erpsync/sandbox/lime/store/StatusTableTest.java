package io.erpsync.sandbox.lime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatusTableTest {

    /** The whole table, written down by hand; whatever is not here is refused. */
    private static final Set<String> MOVES =
            Set.of(
                    "EMPTY READYFORFIRSTSYNC USER",
                    "EMPTY READYFORFIRSTSYNC SYNC_USER",
                    "ERROR READYFORFIRSTSYNC USER",
                    "ERROR READYFORFIRSTSYNC SYNC_USER",
                    "READYFORFIRSTSYNC INPROCESS SYNC_USER",
                    "UPDATESMADE INPROCESS SYNC_USER",
                    "INPROCESS SYNCED SYNC_USER",
                    "INPROCESS ERROR SYNC_USER",
                    "SYNCED UPDATESMADE SYNC_USER",
                    "SYNCED UPDATESMADE TRIGGER",
                    "ERROR UPDATESMADE SYNC_USER",
                    "ERROR UPDATESMADE TRIGGER");

    static Stream<Arguments> everyMove() {
        return Stream.of(ErpStatus.values())
                .flatMap(
                        from ->
                                Stream.of(ErpStatus.values())
                                        .flatMap(
                                                to ->
                                                        Stream.of(Setter.values())
                                                                .map(
                                                                        setter ->
                                                                                Arguments.of(
                                                                                        from, to,
                                                                                        setter))));
    }

    @ParameterizedTest
    @MethodSource("everyMove")
    void allowsExactlyTheMovesOfTheTable(ErpStatus from, ErpStatus to, Setter setter) {
        boolean listed = from == to || MOVES.contains(from + " " + to + " " + setter);

        boolean allowed = StatusTable.allows(from, to, setter);

        assertThat(allowed).isEqualTo(listed);
    }

    @ParameterizedTest
    @MethodSource("everyMove")
    void letsNoRecordBeBornInTheMiddle(ErpStatus from, ErpStatus status, Setter setter) {
        boolean early = status == ErpStatus.EMPTY || status == ErpStatus.READYFORFIRSTSYNC;
        boolean arrived = status == ErpStatus.SYNCED && setter == Setter.SYNC_USER;

        assertThat(StatusTable.allowsAtBirth(status, setter, true)).isEqualTo(early || arrived);
        assertThat(StatusTable.allowsAtBirth(status, setter, false)).isEqualTo(early);
    }

    @Test
    void knowsEveryStatusByItsKey() {
        assertThat(ErpStatus.values())
                .allSatisfy(status -> assertThat(ErpStatus.ofKey(status.key())).isEqualTo(status));
    }
}
