package io.erpsync.connection.file;

import io.erpsync.connection.rules.Connection;
import io.erpsync.connection.rules.ConnectionFault;
import io.erpsync.connection.rules.Mode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file of the folder as it was read last.
 *
 * @param text what it held; null when it could not be read
 * @param connection its rules: those of {@code text}, or the last good ones
 */
record ConnectionFile(
        Path path,
        @Nullable String text,
        @Nullable Connection connection,
        List<ConnectionFault> faults,
        List<ConnectionFault> warnings) {

    /** Reads a file that was not there before; null when it is gone already. */
    static @Nullable ConnectionFile read(Path path) {
        return new ConnectionFile(path, null, null, List.of(), List.of()).again();
    }

    /** The file as it is now: the same object when nothing changed, null when it is gone. */
    @Nullable ConnectionFile again() {
        try {
            // Read in full each time: a few kilobytes a minute, and size and time can both stay the
            // same under an edit, or under the swap of links with which a ConfigMap is renewed.
            String content = decode(Files.readAllBytes(path));
            return content.equals(text) ? this : parsed(content);
        } catch (NoSuchFileException e) {
            return null;
        } catch (CharacterCodingException e) {
            return broken("the file is not UTF-8 text");
        } catch (IOException e) {
            return broken("the file cannot be read: " + e.getMessage());
        }
    }

    private ConnectionFile parsed(String content) {
        ParsedConnection parsed = ConnectionParser.parse(name(), content);
        Connection rules = parsed.connection();
        if (rules == null && connection != null) {
            rules = parsed.leavesOpenWhatMayFlow() ? observing(connection) : connection;
        }
        List<ConnectionFault> named = parsed.faults().stream().map(this::named).toList();
        return new ConnectionFile(path, content, rules, named, parsed.warnings());
    }

    /** A fault of a text that does not say its connection's name is that of the last good rules. */
    private ConnectionFault named(ConnectionFault fault) {
        return connection == null || !fault.connection().equals(name())
                ? fault
                : new ConnectionFault(
                        connection.name().value(),
                        fault.file(),
                        fault.key(),
                        fault.value(),
                        fault.message());
    }

    private ConnectionFile broken(String message) {
        String named = connection == null ? name() : connection.name().value();
        ConnectionFault fault = new ConnectionFault(named, name(), "", "", message);
        return new ConnectionFile(path, null, connection, List.of(fault), List.of());
    }

    private String name() {
        return path.getFileName().toString();
    }

    /** Whether it differs from {@code before}. */
    boolean saysOtherThan(@Nullable ConnectionFile before) {
        return before == null
                || !Objects.equals(before.connection, connection)
                || !before.faults.equals(faults)
                || !before.warnings.equals(warnings);
    }

    /** The last good rules, decided by and shown, but with nothing written on either side. */
    private static Connection observing(Connection good) {
        if (good.mode() != Mode.LIVE) {
            return good;
        }
        return RulesVersion.stamp(
                new Connection(
                        good.name(),
                        Mode.OBSERVE,
                        good.lime(),
                        good.erp(),
                        good.polling(),
                        good.language(),
                        good.brake(),
                        good.only(),
                        good.objects(),
                        ""));
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
