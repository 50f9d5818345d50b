package io.erpsync.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under headings, in columns as wide as their contents. Where all is too wide for the line,
 * the widest column gives way first and its contents end in an ellipsis.
 */
public final class Table {

    public static final int WIDTH = 120;

    private static final String GAP = "  ";
    private static final int LEAST = 6;

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    public Table(String... headings) {
        columns = headings.length;
        rows.add(List.of(headings));
    }

    /** Adds a row; an absent value is shown as a hyphen, a line break as a space. */
    public void add(List<String> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
        }
        rows.add(cells.stream().map(Table::oneLine).toList());
    }

    /** How many rows there are below the headings. */
    public int size() {
        return rows.size() - 1;
    }

    /**
     * The lines, headings first, none wider than {@code width} unless there are too many columns.
     */
    public List<String> lines(int width) {
        int[] widths = widths(width);
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int[] widths(int width) {
        int[] widths =
                IntStream.range(0, columns)
                        .map(
                                column ->
                                        rows.stream()
                                                .mapToInt(row -> length(row.get(column)))
                                                .max()
                                                .orElse(0))
                        .toArray();
        int available = width - GAP.length() * (columns - 1);
        while (Arrays.stream(widths).sum() > available) {
            int widest = widest(widths);
            if (widths[widest] <= LEAST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            if (widths[column] >= widths[widest]) {
                widest = column;
            }
        }
        return widest;
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> fitted(row.get(column), widths[column]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String fitted(String cell, int width) {
        int length = length(cell);
        if (length <= width) {
            return cell + " ".repeat(width - length);
        }
        return cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String oneLine(String cell) {
        return cell.isBlank() ? "-" : cell.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    }
}
