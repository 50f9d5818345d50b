package io.erpsync.connection.yaml;

import java.io.StringReader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Turns the text of a settings file into its outermost {@link Section}. Nodes only are composed and
 * no object is ever constructed, so that no tag can name a class, and {@code off}, {@code NO},
 * {@code 030} and {@code 1e3} stay the texts that a person wrote.
 */
public final class YamlText {

    // An unquoted ${NAME} ends at its brace inside { ... }; these stand in for the braces
    // meanwhile.
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}\\s]*)}");
    private static final Pattern COVERED = Pattern.compile("\\$" + OPEN + "([^{}\\s]*?)" + CLOSE);

    private YamlText() {}

    /**
     * The outermost section; null after an unreadable text, whose fault is then noted. Which keys
     * are known is said with {@link Section#knows}.
     */
    public static @Nullable Section read(String text, Faults faults) {
        String covered = REFERENCE.matcher(text).replaceAll("\\$" + OPEN + "$1" + CLOSE);
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(covered));
            if (root instanceof MappingNode mapping) {
                return Section.of("", mapping, faults);
            }
            faults.add("", "", "the file holds no 'key: value' lines");
        } catch (MarkedYAMLException e) {
            faults.add("", "", "the file is not valid YAML" + where(e) + ": " + e.getProblem());
        } catch (YAMLException e) {
            faults.add("", "", "the file is not valid YAML: " + e.getMessage());
        }
        return null;
    }

    static String uncover(String scalar) {
        return COVERED.matcher(scalar).replaceAll("\\${$1}");
    }

    private static String where(MarkedYAMLException e) {
        Mark mark = e.getProblemMark();
        return mark == null ? "" : " at line " + (mark.getLine() + 1);
    }
}
