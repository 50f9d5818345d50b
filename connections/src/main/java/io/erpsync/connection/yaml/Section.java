package io.erpsync.connection.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The keys and values of one block of a settings file. Every getter answers with something usable
 * and notes a fault when what stands there is not: whoever asks goes on, so that one reading finds
 * everything that is wrong.
 */
public final class Section {

    private final String path;
    private final Map<String, Node> entries;
    private final Faults faults;

    private Section(String path, Map<String, Node> entries, Faults faults) {
        this.path = path;
        this.entries = entries;
        this.faults = faults;
    }

    static Section of(String path, MappingNode node, Faults faults) {
        Section section = new Section(path, new LinkedHashMap<>(), faults);
        for (NodeTuple tuple : node.getValue()) {
            String key =
                    tuple.getKeyNode() instanceof ScalarNode scalar
                            ? YamlText.uncover(scalar.getValue())
                            : "?";
            if (section.entries.putIfAbsent(key, tuple.getValueNode()) != null) {
                faults.add(section.at(key), "", "stands here twice; keep one");
            }
        }
        return section;
    }

    /** Notes every key that is not one of {@code known}. */
    public Section knows(Set<String> known) {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                faults.add(
                        at(key),
                        "",
                        "is not a key here; "
                                + Suggestion.among(known.stream().sorted().toList(), key));
            }
        }
        return this;
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public Set<String> keys() {
        return Set.copyOf(entries.keySet());
    }

    /** The full path of {@code key}, as faults name it. */
    public String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Notes a fault of {@code key}. */
    public void fault(String key, String value, String message) {
        faults.add(at(key), value, message);
    }

    /** The text under {@code key}; null when there is none. */
    public @Nullable String text(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return null;
        }
        String text = scalar(node);
        if (text == null) {
            fault(key, "", "must be a single value");
        } else if (text.isBlank()) {
            fault(key, "", "is empty; give it a value or remove it");
            return null;
        }
        return text;
    }

    public String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** The text under {@code key}; null, with a fault, when there is none. */
    public @Nullable String required(String key) {
        if (!has(key)) {
            fault(key, "", "is missing and has no default");
        }
        return text(key);
    }

    /** What the word under {@code key} stands for; null when the key is absent or wrong. */
    public <T> @Nullable T word(String key, Map<String, T> words) {
        String text = text(key);
        return text == null ? null : meaning(key, text, words);
    }

    public <T> T word(String key, Map<String, T> words, T otherwise) {
        T word = word(key, words);
        return word == null ? otherwise : word;
    }

    /** What the words in the list under {@code key} stand for; a single word is a list of one. */
    public <T> List<T> words(String key, Map<String, T> words) {
        List<T> meanings = new ArrayList<>();
        for (String text : texts(key)) {
            T meaning = meaning(key, text, words);
            if (meaning != null) {
                meanings.add(meaning);
            }
        }
        return meanings;
    }

    public boolean yes(String key, boolean otherwise) {
        return word(key, Map.of("true", true, "false", false), otherwise);
    }

    public Duration duration(String key, Duration otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        Duration duration = Durations.read(text);
        if (duration == null) {
            fault(key, text, "must be a time above zero such as 500ms, 30s, 10m or 1h");
            return otherwise;
        }
        return duration;
    }

    public int number(String key, int otherwise, int most) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        fault(key, text, "must be a whole number from 0 to " + most);
        return otherwise;
    }

    /** The texts in the list under {@code key}; a single text is a list of one. */
    public List<String> texts(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        Collection<Node> items =
                node instanceof SequenceNode list ? list.getValue() : List.of(node);
        List<String> texts = new ArrayList<>();
        for (Node item : items) {
            String text = scalar(item);
            if (text == null || text.isBlank()) {
                fault(key, "", "must be a list of words, such as [one, two]");
            } else {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The block under {@code key}; an empty one when there is none. */
    public Section section(String key) {
        Node node = entries.get(key);
        if (node instanceof MappingNode mapping) {
            return of(at(key), mapping, faults);
        }
        if (node != null) {
            String text = scalar(node);
            fault(key, text == null ? "" : text, "must be a block of 'key: value' lines");
        }
        return new Section(at(key), Map.of(), faults);
    }

    /** The blocks in the list under {@code key}. */
    public List<Section> sections(String key) {
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            fault(key, "", "must be a list, each entry on a line of its own after '- '");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node item : list.getValue()) {
            String name = key + "[" + (sections.size() + 1) + "]";
            if (item instanceof MappingNode mapping) {
                sections.add(of(at(name), mapping, faults));
            } else {
                fault(name, "", "must be a block such as { lime: phone, erp: Phone1 }");
            }
        }
        return sections;
    }

    /** Every key of this block with its text, in the order of the file. */
    public Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        entries.forEach(
                (key, node) -> {
                    String text = scalar(node);
                    if (text == null) {
                        fault(key, "", "must be a single value");
                    } else {
                        pairs.put(key, text);
                    }
                });
        return pairs;
    }

    private <T> @Nullable T meaning(String key, String text, Map<String, T> words) {
        T meaning = words.get(text);
        if (meaning == null) {
            List<String> known = words.keySet().stream().sorted().toList();
            fault(key, text, "is not a word for it; " + Suggestion.among(known, text));
        }
        return meaning;
    }

    private static @Nullable String scalar(Node node) {
        return node instanceof ScalarNode scalar ? YamlText.uncover(scalar.getValue()) : null;
    }
}
