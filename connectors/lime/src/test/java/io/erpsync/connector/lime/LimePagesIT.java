package io.erpsync.connector.lime;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.connector.Answer;
import io.erpsync.connector.ConnectedSystem;
import io.erpsync.connector.Cursor;
import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedItem;
import io.erpsync.connector.FeedPage;
import io.erpsync.connector.FeedQuery;
import io.erpsync.connector.RequestGate;
import io.erpsync.connector.lime.StubLime.Request;
import io.erpsync.connector.lime.StubLime.Response;
import io.erpsync.connector.unread.Stumbles;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import io.erpsync.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list is read whole, whatever an old or a new server makes of our query. */
class LimePagesIT {

    private static final int SIZE = 3;

    private final StubLime lime = new StubLime();
    private final ConnectedSystem system =
            lime.open(RequestGate.OPEN, "page-size", String.valueOf(SIZE));
    private final List<Long> ids = new ArrayList<>(LongStream.range(1001, 1012).boxed().toList());

    @AfterEach
    void close() {
        system.close();
        lime.close();
    }

    /** What a server makes of order, bound and links. */
    enum Server {
        AS_DOCUMENTED,
        SORTS_THE_OTHER_WAY,
        IGNORES_SORT_AND_BOUND,
        REFUSES_THE_BOUND,
        LINKS_BY_LAST_ID
    }

    @ParameterizedTest
    @EnumSource
    void bringsEveryRecordOnce(Server server) {
        lime.answer(request -> page(server, request));

        List<String> met = run(null, () -> {});

        assertThat(Set.copyOf(met))
                .isEqualTo(ids.stream().map(String::valueOf).collect(Collectors.toSet()));
        if (server == Server.AS_DOCUMENTED) {
            assertThat(met).doesNotHaveDuplicates();
        }
    }

    @Test
    void passesOverNothingWhenRecordsLeaveTheListBehindIt() {
        lime.answer(request -> page(Server.AS_DOCUMENTED, request));
        List<String> all = ids.stream().map(String::valueOf).toList();

        List<String> met = run(null, () -> ids.removeFirst());

        assertThat(met).containsAll(all);
    }

    @Test
    void goesOnInTheMiddleOfARunAfterARestart() {
        lime.answer(request -> page(Server.AS_DOCUMENTED, request));
        FeedPage first = step(null);

        List<String> met = new ArrayList<>(idsOf(first));
        try (ConnectedSystem restarted =
                lime.open(RequestGate.OPEN, "page-size", String.valueOf(SIZE))) {
            met.addAll(run(restarted, first.next(), () -> {}));
        }

        assertThat(met).hasSize(ids.size()).doesNotHaveDuplicates();
    }

    @Test
    void bringsNothingMoreOfABaselineThatIsComplete() {
        lime.answer(request -> page(Server.AS_DOCUMENTED, request));
        Cursor at = null;
        FeedPage page = step(at);
        while (!page.runComplete()) {
            page = step(page.next());
        }

        FeedPage after = step(page.next());

        assertThat(after.items()).isEmpty();
        assertThat(after.runComplete()).isTrue();
    }

    @Test
    void listsWhatRecordsAreFoundByAsTheConnectionNamesIt() {
        lime.answer(request -> page(Server.AS_DOCUMENTED, request));

        Answer<FeedPage> answer;
        try (ConnectedSystem odd =
                lime.open(
                        RequestGate.OPEN,
                        "registration-property",
                        "name",
                        "name-property",
                        "registrationno")) {
            answer = odd.poll(new FeedQuery(ObjectType.CUSTOMER, Feed.INDEX, null, Set.of()));
        }

        FeedPage page = ((Answer.Got<FeedPage>) answer).value();
        assertThat(page.items())
                .isNotEmpty()
                .allSatisfy(
                        item -> {
                            FeedItem.Listed listed = (FeedItem.Listed) item;
                            assertThat(listed.registrationNumber().shown()).startsWith("Company ");
                            assertThat(listed.name()).isEqualTo(Value.text("559001-1234"));
                        });
    }

    @Test
    void readsARecordByItselfWhenTheListDoesNotShowAllOfIt() {
        lime.answer(
                request ->
                        request.path().equals("limeobject/company/")
                                ? list(
                                        List.of(
                                                "{\"_id\":1042,\"_timestamp\":\"2025-06-11T12:00:00Z\"}"),
                                        null)
                                : Response.json(200, Companies.nordlys()));

        FeedPage page = step(null);

        assertThat(page.items())
                .singleElement()
                .isInstanceOfSatisfying(
                        FeedItem.Present.class,
                        it -> assertThat(it.record().fields().get("name").isEmpty()).isFalse());
    }

    @Test
    void goesOnPastARowThatAlwaysFailsWhileOthersCanBeRead() {
        lime.answer(_ -> list(List.of(row(1001), "{\"_id\":1002}", row(1003)), null));

        for (int failure = 1; failure < Stumbles.PATIENCE; failure++) {
            assertThat(poll(system, null)).isInstanceOf(Answer.Failed.class);
        }
        FeedPage page = step(null);

        assertThat(page.items())
                .filteredOn(FeedItem.Unread.class::isInstance)
                .extracting(item -> item.reference().id())
                .containsExactly("1002");
        assertThat(idsOf(page)).contains("1001", "1003");
    }

    @Test
    void goesOnPastTheOnlyRowWhenAnotherRecordCanBeRead() {
        lime.answer(_ -> list(List.of(row(1001)), null));
        step(null);
        lime.answer(
                request ->
                        request.path().equals("limeobject/company/")
                                ? list(List.of("{\"_id\":1002}"), null)
                                : Response.json(
                                        request.path().endsWith("/1001/") ? 200 : 403, row(1001)));

        for (int failure = 1; failure < Stumbles.PATIENCE; failure++) {
            assertThat(poll(system, null)).isInstanceOf(Answer.Failed.class);
        }

        assertThat(step(null).items()).singleElement().isInstanceOf(FeedItem.Unread.class);
    }

    @Test
    void neverGoesOnPastRowsWhileNoneCanBeRead() {
        lime.answer(_ -> list(List.of("{\"_id\":1001}", "{\"_id\":1002}"), null));

        for (int failure = 0; failure < 4 * Stumbles.PATIENCE; failure++) {
            assertThat(poll(system, null)).isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void doesNotTakeAnotherAnswerForAnEmptyList() {
        lime.answer(_ -> Response.json(200, "{\"message\":\"maintenance\"}"));

        assertThat(poll(system, null))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        it -> assertThat(it.reason()).isEqualTo(Reason.UNEXPECTED_ANSWER));
    }

    @Test
    void takesAListThatLeavesItsRecordsOutForEmpty() {
        lime.answer(_ -> Response.json(200, "{\"_links\":{\"self\":{\"href\":\"http://x/\"}}}"));

        assertThat(step(null).items()).isEmpty();
    }

    @Test
    void doesNotFollowALinkToAnotherHost() {
        lime.answer(
                request ->
                        request.query().containsKey("_offset")
                                ? list(List.of(), null)
                                : list(
                                        List.of(row(1002), row(1001)),
                                        "http://192.0.2.1/elsewhere/?_offset=2"));

        FeedPage first = step(null);
        FeedPage second = step(first.next());

        assertThat(second.runComplete()).isTrue();
    }

    private Response page(Server server, Request request) {
        String sort = request.query().get("_sort");
        String bound = request.query().get("min-_id");
        if (server == Server.REFUSES_THE_BOUND && bound != null) {
            return Response.json(400, "{\"message\":\"Unknown parameter min-_id\"}");
        }
        boolean ignores = server == Server.IGNORES_SORT_AND_BOUND;
        boolean descending =
                sort != null && sort.startsWith("-") != (server == Server.SORTS_THE_OTHER_WAY);
        Comparator<Long> order = Comparator.naturalOrder();
        List<Long> found =
                ids.stream()
                        .filter(id -> ignores || bound == null || id >= Long.parseLong(bound))
                        .sorted(descending && !ignores ? order.reversed() : order)
                        .toList();
        int start = start(request, found);
        int end = Math.min(start + SIZE, found.size());
        return list(
                found.subList(start, end).stream().map(LimePagesIT::row).toList(),
                end < found.size() ? link(server, found, end) : null);
    }

    private static int start(Request request, List<Long> found) {
        String lastId = request.query().get("_offset_id");
        return lastId == null
                ? Integer.parseInt(request.query().getOrDefault("_offset", "0"))
                : found.indexOf(Long.parseLong(lastId)) + 1;
    }

    private static String link(Server server, List<Long> found, int end) {
        String query =
                server == Server.LINKS_BY_LAST_ID
                        ? "_limit=%d&_offset_id=%d".formatted(SIZE, found.get(end - 1))
                        : "_limit=%d&_offset=%d".formatted(SIZE, end);
        return "http://lime.test/acme/api/v1/limeobject/company/?" + query;
    }

    private static String row(long id) {
        return Companies.company(id, "Company " + id, "C" + id, "synced");
    }

    private static Response list(List<String> rows, @Nullable String next) {
        String links = next == null ? "{}" : "{\"next\":{\"href\":\"" + next + "\"}}";
        return Response.json(
                200,
                "{\"_links\":%s,\"_embedded\":{\"limeobjects\":[%s]}}"
                        .formatted(links, String.join(",", rows)));
    }

    private List<String> run(@Nullable Cursor from, Runnable between) {
        return run(system, from, between);
    }

    private static List<String> run(
            ConnectedSystem through, @Nullable Cursor from, Runnable between) {
        List<String> met = new ArrayList<>();
        Cursor at = from;
        for (int steps = 0; steps < 50; steps++) {
            FeedPage page = got(poll(through, at));
            met.addAll(idsOf(page));
            if (page.runComplete()) {
                return met;
            }
            at = page.next();
            between.run();
        }
        throw new AssertionError("the run does not end");
    }

    private FeedPage step(@Nullable Cursor at) {
        return got(poll(system, at));
    }

    private static Answer<FeedPage> poll(ConnectedSystem through, @Nullable Cursor at) {
        return through.poll(new FeedQuery(ObjectType.CUSTOMER, Feed.BASELINE, at, Set.of()));
    }

    private static FeedPage got(Answer<FeedPage> answer) {
        if (answer instanceof Answer.Got<FeedPage>(FeedPage page)) {
            return page;
        }
        throw new AssertionError(answer);
    }

    private static List<String> idsOf(FeedPage page) {
        return page.items().stream().map(item -> item.reference().id()).toList();
    }
}
