package io.erpsync.schemas.compatibility;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Whether two versions of a schema read each other. */
final class FullCompatibility {

    private FullCompatibility() {}

    /** Why not, for a person; empty when they do. */
    static List<String> faults(Schema current, Schema released) {
        List<String> faults = new ArrayList<>();
        faults.addAll(faults("the current one cannot read the released one: ", current, released));
        faults.addAll(faults("the released one cannot read the current one: ", released, current));
        return faults;
    }

    private static List<String> faults(String words, Schema reader, Schema writer) {
        var pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        return pair.getResult().getIncompatibilities().stream()
                .map(
                        fault ->
                                words
                                        + fault.getType()
                                        + " at "
                                        + fault.getLocation()
                                        + ": "
                                        + fault.getMessage())
                .toList();
    }
}
