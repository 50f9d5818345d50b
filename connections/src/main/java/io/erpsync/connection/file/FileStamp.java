package io.erpsync.connection.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * What tells without reading a file whether it may have changed.
 *
 * @param target the file behind all symbolic links: a mounted ConfigMap swaps a link, and the new
 *     file may have the size and time of the old one
 */
record FileStamp(Path target, long size, FileTime modified) {

    private static final Duration COARSEST_CLOCK = Duration.ofSeconds(2);

    static FileStamp of(Path file) throws IOException {
        Path target = file.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
        return new FileStamp(target, attributes.size(), attributes.lastModifiedTime());
    }

    /**
     * Whether a file with this stamp, read at that time, could not have been written again without
     * getting another stamp: file systems keep times to between nanoseconds and two seconds.
     */
    boolean settledBy(Instant read) {
        return modified.toInstant().plus(COARSEST_CLOCK).isBefore(read);
    }
}
