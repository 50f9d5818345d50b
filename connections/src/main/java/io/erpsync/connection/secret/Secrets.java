package io.erpsync.connection.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that settings refer to as <code>${NAME}</code>: the file NAME in a folder, else the
 * environment variable NAME. Nothing is kept: a file that changed counts at the next look.
 */
public final class Secrets {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)}");

    private final @Nullable Path folder;
    private final Map<String, String> environment;

    /** {@code folder} is null where secrets come from the environment alone. */
    public Secrets(@Nullable Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * The text with every reference replaced; the names of those that stand nowhere are added to
     * {@code missing}.
     */
    String fill(String text, List<String> missing) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            String value = value(matcher.group(1));
            if (value == null || value.isBlank()) {
                missing.add(matcher.group(1));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value == null ? "" : value));
        }
        return matcher.appendTail(filled).toString();
    }

    private @Nullable String value(String name) {
        String inFile = inFile(name);
        return inFile == null ? environment.get(name) : inFile;
    }

    private @Nullable String inFile(String name) {
        if (folder == null) {
            return null;
        }
        try {
            // Editors and 'echo' end a file with a line break that is no part of the secret.
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException e) {
            // Not readable is as good as not there: the fault then names the variable.
            return null;
        }
    }

    @Override
    public String toString() {
        return "Secrets[folder " + folder + "]";
    }
}
