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
import java.time.Instant;
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
        @Nullable FileStamp stamp,
        Instant read,
        @Nullable String text,
        @Nullable Connection connection,
        List<ConnectionFault> faults,
        List<ConnectionFault> warnings) {

    /** Reads a file that was not there before; null when it is gone already. */
    static @Nullable ConnectionFile read(Path path, Instant now) {
        return new ConnectionFile(path, null, now, null, null, List.of(), List.of()).again(now);
    }

    /** The file as it is now: the same object when nothing changed, null when it is gone. */
    @Nullable ConnectionFile again(Instant now) {
        try {
            FileStamp current = FileStamp.of(path);
            if (current.equals(stamp) && current.settledBy(read)) {
                return this;
            }
            // The stamp is taken first: what is written while we read is read again next time.
            String content = decode(Files.readAllBytes(current.target()));
            return content.equals(text) ? restamped(current, now) : parsed(current, now, content);
        } catch (NoSuchFileException e) {
            return null;
        } catch (CharacterCodingException e) {
            return broken(now, "the file is not UTF-8 text");
        } catch (IOException e) {
            return broken(now, "the file cannot be read: " + e.getMessage());
        }
    }

    private ConnectionFile parsed(FileStamp current, Instant now, String content) {
        ParsedConnection parsed = ConnectionParser.parse(name(), content);
        Connection rules = parsed.connection();
        if (rules == null && connection != null) {
            rules = parsed.leavesOpenWhatMayFlow() ? observing(connection) : connection;
        }
        List<ConnectionFault> named = parsed.faults().stream().map(this::named).toList();
        return new ConnectionFile(path, current, now, content, rules, named, parsed.warnings());
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

    private ConnectionFile restamped(FileStamp current, Instant now) {
        return new ConnectionFile(path, current, now, text, connection, faults, warnings);
    }

    private ConnectionFile broken(Instant now, String message) {
        String named = connection == null ? name() : connection.name().value();
        ConnectionFault fault = new ConnectionFault(named, name(), "", "", message);
        return new ConnectionFile(path, null, now, null, connection, List.of(fault), List.of());
    }

    private String name() {
        return path.getFileName().toString();
    }

    /** Whether anything but the times of looking differs from {@code before}. */
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
