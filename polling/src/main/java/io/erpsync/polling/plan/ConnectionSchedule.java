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

    /**
     * After so many failures of a load in a row the cards that ask for a sync are no longer kept
     * waiting for it: a person waits there. Before, they are, for a card that is met ahead of the
     * baseline is taken for one of after it.
     */
    private static final int PATIENCE = 5;

    private final PollPlan plan;
    private final Map<Source, Progress> progress = new HashMap<>();
    private final Map<Source, Instant> stepped = new HashMap<>();
    private final Map<Source, Instant> due = new HashMap<>();
    private final Map<ObjectType, Instant> catalogues = new EnumMap<>(ObjectType.class);
    private final Setbacks setbacks = new Setbacks();
    private boolean identified;
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
        if (now.isBefore(setbacks.wholeUntil())) {
            return new Step.Rest(setbacks.wholeUntil());
        }
        if (!identified) {
            return new Step.Identify();
        }
        if (now.isBefore(pacedUntil)) {
            return new Step.Rest(pacedUntil);
        }
        return catalogueDue(now).or(() -> feed(now)).orElseGet(() -> new Step.Rest(nextDue(now)));
    }

    public void identified(Instant now) {
        identified = true;
        setbacks.worked(now);
    }

    public void catalogueRead(ObjectType type, Instant now) {
        catalogues.put(type, now);
        setbacks.worked(now);
    }

    /** Records were seen that the catalogue of their type does not fit: it is read again now. */
    public void catalogueDoubted(ObjectType type) {
        catalogues.remove(type);
    }

    /** A page was read, and published where there was anything to publish. */
    public void read(Source source, FeedPage page, Instant now) {
        setbacks.read(source, now);
        progress.put(source, new Progress(page.next(), page.runComplete(), now));
        stepped.put(source, now);
        if (page.runComplete()) {
            due.put(source, plan.rhythm(source.feed()).after(now));
        }
        long millis = page.items().size() * 1000L / plan.eventsPerSecond();
        pacedUntil = now.plusMillis(millis);
    }

    /** A call did not bring what it was made for; it is not known to be of one feed. */
    public void failed(Reason reason, @Nullable Duration retryAfter, String words, Instant now) {
        failed(null, reason, retryAfter, words, now);
    }

    /** A feed could not be read; its turn counts as taken, so the others come before it. */
    public void failed(
            @Nullable Source source,
            Reason reason,
            @Nullable Duration retryAfter,
            String words,
            Instant now) {
        if (setbacks.failed(source, reason, retryAfter, words, now).needsProbe()) {
            identified = false;
        }
        if (source != null) {
            stepped.put(source, now);
        }
    }

    /**
     * Makes everything due, and what rests after a failure is tried at once; but never before the
     * system wants to be asked again.
     */
    public void pollNow(Instant now) {
        makeDue(now);
        setbacks.cutShort(now);
    }

    /** Makes everything due; what rests after a failure rests on. */
    public void makeDue(Instant now) {
        due.replaceAll((_, at) -> at.isAfter(now) ? now : at);
    }

    /**
     * A record that a hint named could not be read. That may be its own affair, so the connection
     * rests only where the system asks for it.
     */
    public void hintFailed(
            Reason reason, @Nullable Duration retryAfter, String words, Instant now) {
        if (retryAfter != null || reason == Reason.RATE_LIMITED) {
            failed(reason, retryAfter, words, now);
        }
    }

    /** Why not everything is polled; null while all is well. */
    public @Nullable Setback setback() {
        return setbacks.told();
    }

    /** Whether the first full list of that source is still being read. */
    public boolean isLoading(Source source) {
        // Once whole, its runs have due times; what changed since then is a refresh.
        return !due.containsKey(source);
    }

    /** Whether the system may be asked for a single record now. */
    public boolean isOpen(Instant now) {
        return identified && !now.isBefore(setbacks.wholeUntil());
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

    private Optional<Step> feed(Instant now) {
        Source load = loading().orElse(null);
        if (load == null) {
            return inTurn(IN_TURN, now);
        }
        boolean overdue = load.feed() != Feed.CHANGES && setbacks.failures(load) >= PATIENCE;
        Optional<Step> asking = overdue ? inTurn(List.of(Feed.STATUS), now) : Optional.empty();
        boolean rests = now.isBefore(setbacks.until(load));
        return asking.or(() -> rests ? Optional.empty() : Optional.of(poll(load)));
    }

    /** The first loads of a connection, one after the other. */
    private Optional<Source> loading() {
        return types().flatMap(type -> loading(type).stream()).findFirst();
    }

    private Optional<Source> loading(ObjectType type) {
        Source changes = new Source(type, Feed.CHANGES);
        if (plan.has(changes) && !progress.containsKey(changes)) {
            return Optional.of(changes);
        }
        return Stream.of(Feed.BASELINE, Feed.INDEX)
                .map(feed -> new Source(type, feed))
                .filter(plan::has)
                .filter(this::isLoading)
                .findFirst();
    }

    private Optional<Step> inTurn(List<Feed> feeds, Instant now) {
        return types().flatMap(type -> feeds.stream().map(feed -> new Source(type, feed)))
                .filter(plan::has)
                .filter(source -> !now.isBefore(startsAt(source)))
                .min(Comparator.comparing(source -> stepped.getOrDefault(source, Instant.MIN)))
                .map(this::poll);
    }

    /** When the next page of that feed may be read. */
    private Instant startsAt(Source source) {
        Instant due = isUnderWay(source) ? Instant.MIN : dueAt(source);
        Instant rests = setbacks.until(source);
        return due.isBefore(rests) ? rests : due;
    }

    private boolean isUnderWay(Source source) {
        Progress known = progress.get(source);
        return known != null && !known.complete();
    }

    private Instant dueAt(Source source) {
        return due.getOrDefault(source, Instant.MIN);
    }

    /** The first moment after {@code now} at which something may be due. */
    private Instant nextDue(Instant now) {
        Stream<Instant> feeds =
                types().flatMap(type -> Arrays.stream(Feed.values()).map(f -> new Source(type, f)))
                        .filter(plan::has)
                        .map(this::startsAt);
        Stream<Instant> again =
                catalogues.values().stream().map(read -> read.plus(PollPlan.CATALOGUES));
        return Stream.concat(feeds, again)
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(now.plus(PollPlan.CATALOGUES));
    }

    private Step poll(Source source) {
        Progress known = progress.get(source);
        return new Step.Poll(source, known == null ? null : known.cursor());
    }

    private Stream<ObjectType> types() {
        return Arrays.stream(ObjectType.values()).filter(plan.feeds()::containsKey);
    }
}
