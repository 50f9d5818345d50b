package io.erpsync.sync.topology;

import io.erpsync.sync.meter.EngineMeters;
import io.erpsync.sync.meter.Reckoning;
import io.erpsync.sync.store.EngineStores;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The one processor of the topology: hands each record, and the passing of time, to {@link
 * ChangeDecider}.
 */
final class DecisionProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration SHOWN_EVERY = Duration.ofSeconds(5);

    private final PatientCodec codec;
    private final RuleBook rules;
    private final LinkIds ids;
    private final EngineMeters meters;

    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable ChangeDecider decider;
    private @Nullable Cancellable ticking;
    private @Nullable Cancellable showing;

    DecisionProcessor(PatientCodec codec, RuleBook rules, LinkIds ids, EngineMeters meters) {
        this.codec = codec;
        this.rules = rules;
        this.ids = ids;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> initial) {
        context = initial;
        EngineStores stores = EngineStores.of(initial::getStateStore);
        ChangeDecider made =
                new ChangeDecider(
                        codec,
                        stores,
                        rules,
                        new Publisher(codec, new Outbox(initial)),
                        ids,
                        meters);
        decider = made;
        ticking =
                initial.schedule(
                        TICK,
                        PunctuationType.WALL_CLOCK_TIME,
                        at -> made.tick(Instant.ofEpochMilli(at)));
        String task = initial.taskId().toString();
        showing =
                initial.schedule(
                        SHOWN_EVERY,
                        PunctuationType.WALL_CLOCK_TIME,
                        _ -> meters.show(task, made.standings()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], byte[]> here = context;
        ChangeDecider decides = decider;
        if (here == null || decides == null) {
            throw new IllegalStateException("a record came before init");
        }
        RecordMetadata place =
                here.recordMetadata()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "a source record without its place"));
        Reckoning reckoning = meters.read(place.topic());
        decides.take(
                new Incoming(
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        record.key(),
                        record.value(),
                        record.headers(),
                        reckoning),
                Instant.ofEpochMilli(here.currentSystemTimeMs()));
        reckoning.closed();
    }

    @Override
    public void close() {
        cancel(ticking);
        cancel(showing);
        ProcessorContext<byte[], byte[]> here = context;
        if (here != null) {
            meters.forget(here.taskId().toString());
        }
    }

    private static void cancel(@Nullable Cancellable schedule) {
        if (schedule != null) {
            schedule.cancel();
        }
    }
}
