package io.erpsync.schemas.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * What one released version wrote.
 *
 * @param schemas by topic
 * @param samples one message each in Avro's binary form, by topic
 */
record Release(String version, Map<String, Schema> schemas, Map<String, byte[]> samples) {

    static final Path FOLDER = Path.of("released");
    static final String SCHEMA_ENDING = "-value.avsc";
    static final String SAMPLE_ENDING = "-value.hex";

    static List<Release> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().map(Release::in).toList();
        }
    }

    private static Release in(Path folder) {
        Map<String, Schema> schemas = new TreeMap<>();
        contents(folder, SCHEMA_ENDING)
                .forEach((topic, text) -> schemas.put(topic, new Schema.Parser().parse(text)));
        Map<String, byte[]> samples = new TreeMap<>();
        contents(folder, SAMPLE_ENDING)
                .forEach(
                        (topic, text) ->
                                samples.put(
                                        topic,
                                        HexFormat.of().parseHex(text.replaceAll("\\s", ""))));
        return new Release(folder.getFileName().toString(), schemas, samples);
    }

    private static Map<String, String> contents(Path folder, String ending) {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ending)) {
                    contents.put(
                            name.substring(0, name.length() - ending.length()),
                            Files.readString(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return contents;
    }
}
