package io.erpsync.connection.file;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one file says.
 *
 * @param connection null as soon as there is one fault
 */
public record ParsedConnection(
        @Nullable Connection connection,
        List<ConnectionFault> faults,
        List<ConnectionFault> warnings) {

    private static final Pattern WHAT_MAY_FLOW =
            Pattern.compile(
                    "mode|objects(\\.[^.]+(\\.(directions|create-from|update-from)\\b.*)?)?");

    public ParsedConnection {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /**
     * Whether the file was meant to say what may be sent and does not: then older rules must not
     * send in its place, for the edit may have been made to stop them.
     */
    boolean leavesOpenWhatMayFlow() {
        return faults.stream().anyMatch(fault -> WHAT_MAY_FLOW.matcher(fault.key()).matches());
    }
}
