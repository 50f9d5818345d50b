package io.erpsync.polling.plan;

import io.erpsync.connector.Feed;
import io.erpsync.connector.FeedPage;
import io.erpsync.model.ObjectType;
import io.erpsync.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one connection's worker does next, and what it knows of what it did. In this order: see that
 * the key works; read the catalogues; note where changes begin, and only then load the baseline and
 * the index, so that nothing falls between; then every feed at its times. A run that is due while
 * one is under way is left out. Not for use by several threads at once.
 */
public final class ConnectionSchedule {

    private static final List<Feed> IN_TURN = List.of(Feed.STATUS, Feed.CHANGES, Feed.INDEX);

    private final PollPlan plan;
    private final Map<Source, Progress> progress = new HashMap<>();
    private final Map<Source, Instant> stepped = new HashMap<>();
    private final Map<Source, Instant> due = new HashMap<>();
    private final Map<ObjectType, Instant> catalogues = new EnumMap<>(ObjectType.class);
    private boolean identified;
    private @Nullable Setback setback;
    private Instant pacedUntil = Instant.MIN;

    /**
     * Goes on where the connection's last worker stopped.
     *
     * @param known how far each source was read by whoever polled this connection before
     */
    public ConnectionSchedule(PollPlan plan, Map<Source, Progress> known) {
        this.plan = plan;
        progress.putAll(known);
        known.forEach(
                (source, at) -> {
                    if (at.complete()) {
                        due.put(source, plan.rhythm(source.feed()).after(at.at()));
                    }
                });
    }

    public Step next(Instant now) {
        if (setback != null && now.isBefore(setback.until())) {
            return new Step.Rest(setback.until());
        }
        if (!identified) {
            return new Step.Identify();
        }
        if (now.isBefore(pacedUntil)) {
            return new Step.Rest(pacedUntil);
        }
        return catalogueDue(now)
                .or(this::loading)
                .or(() -> inTurn(now))
                .orElseGet(() -> new Step.Rest(nextDue(now)));
    }

    public void identified() {
        identified = true;
        setback = null;
    }

    public void catalogueRead(ObjectType type, Instant now) {
        catalogues.put(type, now);
        setback = null;
    }

    /** Records were seen that the catalogue of their type does not fit: it is read again now. */
    public void catalogueDoubted(ObjectType type) {
        catalogues.remove(type);
    }

    /** A page was read, and published where there was anything to publish. */
    public void read(Source source, FeedPage page, Instant now) {
        setback = null;
        progress.put(source, new Progress(page.next(), page.runComplete(), now));
        stepped.put(source, now);
        if (page.runComplete()) {
            due.put(source, plan.rhythm(source.feed()).after(now));
        }
        long millis = page.items().size() * 1000L / plan.eventsPerSecond();
        pacedUntil = now.plusMillis(millis);
    }

    /** A call did not bring what it was made for. */
    public void failed(Reason reason, @Nullable Duration retryAfter, String words, Instant now) {
        setback = Setback.after(setback, reason, retryAfter, words, now);
        if (setback.needsProbe()) {
            identified = false;
        }
    }

    /** Makes everything due, and a connection that rests after a failure is tried at once. */
    public void pollNow(Instant now) {
        due.replaceAll((_, at) -> at.isAfter(now) ? now : at);
        if (setback != null && setback.reason() != Reason.RATE_LIMITED) {
            Setback rest = setback;
            setback = new Setback(rest.reason(), rest.words(), rest.failures(), now);
        }
    }

    /** Why nothing is polled; null while all is well. */
    public @Nullable Setback setback() {
        return setback;
    }

    /** Whether the first full list of that source is still being read. */
    public boolean isLoading(Source source) {
        // Once whole, its runs have due times; what changed since then is a refresh.
        return !due.containsKey(source);
    }

    /** Whether the system may be asked for a single record now. */
    public boolean isOpen(Instant now) {
        return identified && (setback == null || !now.isBefore(setback.until()));
    }

    private Optional<Step> catalogueDue(Instant now) {
        return types().filter(
                        type -> {
                            Instant read = catalogues.get(type);
                            return read == null || !now.isBefore(read.plus(PollPlan.CATALOGUES));
                        })
                .findFirst()
                .map(Step.ReadCatalogue::new);
    }

    /** The first loads of a connection, one after the other. */
    private Optional<Step> loading() {
        return types().flatMap(type -> loading(type).stream()).findFirst();
    }

    private Optional<Step> loading(ObjectType type) {
        Source changes = new Source(type, Feed.CHANGES);
        if (plan.has(changes) && !progress.containsKey(changes)) {
            return Optional.of(poll(changes));
        }
        for (Feed feed : List.of(Feed.BASELINE, Feed.INDEX)) {
            Source source = new Source(type, feed);
            if (plan.has(source) && isLoading(source)) {
                return Optional.of(poll(source));
            }
        }
        return Optional.empty();
    }

    private Optional<Step> inTurn(Instant now) {
        return types().flatMap(type -> IN_TURN.stream().map(feed -> new Source(type, feed)))
                .filter(plan::has)
                .filter(source -> isUnderWay(source) || !dueAt(source).isAfter(now))
                .min(Comparator.comparing(source -> stepped.getOrDefault(source, Instant.MIN)))
                .map(this::poll);
    }

    private boolean isUnderWay(Source source) {
        Progress known = progress.get(source);
        return known != null && !known.complete();
    }

    private Instant dueAt(Source source) {
        return due.getOrDefault(source, Instant.MIN);
    }

    private Instant nextDue(Instant now) {
        Instant feeds =
                types().flatMap(type -> IN_TURN.stream().map(feed -> new Source(type, feed)))
                        .filter(plan::has)
                        .map(this::dueAt)
                        .min(Comparator.naturalOrder())
                        .orElse(now.plus(PollPlan.CATALOGUES));
        return catalogues.values().stream()
                .map(read -> read.plus(PollPlan.CATALOGUES))
                .filter(again -> again.isBefore(feeds))
                .min(Comparator.naturalOrder())
                .orElse(feeds);
    }

    private Step poll(Source source) {
        Progress known = progress.get(source);
        return new Step.Poll(source, known == null ? null : known.cursor());
    }

    private Stream<ObjectType> types() {
        return Arrays.stream(ObjectType.values()).filter(plan.feeds()::containsKey);
    }
}
