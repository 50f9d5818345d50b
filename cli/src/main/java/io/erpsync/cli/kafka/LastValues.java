package io.erpsync.cli.kafka;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the last record of each key, as compaction one day will; one without a value removes. */
public final class LastValues implements Consumer<RawRecord> {

    private final Map<String, RawRecord> last = new LinkedHashMap<>();

    @Override
    public void accept(RawRecord read) {
        // Taken out first, so that the order is that of the last writes.
        last.remove(read.key());
        if (read.content() != null) {
            last.put(read.key(), read);
        }
    }

    public Collection<RawRecord> records() {
        return last.values();
    }
}
