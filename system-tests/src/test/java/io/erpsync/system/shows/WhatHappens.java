package io.erpsync.system.shows;

import io.erpsync.system.Directions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of docs/what-happens.md, as what must be seen on both sides. */
final class WhatHappens {

    private static final Pattern STATUS = Pattern.compile("`([a-z]+)`");
    private static final Pattern WRITE = Pattern.compile("\\*\\*(write|create)\\*\\*");
    private static final Pattern CITY = Pattern.compile("city \"([^\"]*)\"");

    private static final Map<Directions, String> SECTIONS =
            Map.of(
                    Directions.STANDARD, "standard",
                    Directions.CREATED_IN_LIME_KEPT_BY_ERP, "created-in-lime-kept-by-erp",
                    Directions.CREATED_IN_BOTH_KEPT_BY_ERP, "created-in-both-kept-by-erp",
                    Directions.ERP_ONLY, "erp-only");

    private final Map<String, List<Row>> sections;

    private WhatHappens(Map<String, List<Row>> sections) {
        this.sections = sections;
    }

    /**
     * One row.
     *
     * @param erpWrites how often the ERP is written
     * @param moves the statuses that we write on the card, in their order
     * @param status of the card in the end; empty where there is no card
     * @param city of the card in the end, in capitals as the ERP of the document writes it
     */
    record Row(
            String act,
            String before,
            int erpWrites,
            List<String> moves,
            boolean cityWritten,
            String status,
            String city,
            String text) {}

    static WhatHappens read() throws IOException {
        Path document =
                Path.of(System.getProperty("sources.home", ".."), "docs", "what-happens.md");
        Map<String, List<Row>> sections = new java.util.HashMap<>();
        List<Row> rows = new ArrayList<>();
        String act = "";
        for (String line : Files.readAllLines(document)) {
            if (line.startsWith("## ")) {
                rows = new ArrayList<>();
                sections.put(name(line), rows);
            } else if (line.startsWith("| **")) {
                act = line.substring(4, line.indexOf("**", 4));
            } else if (line.startsWith("| ") && !act.isEmpty() && !line.startsWith("| Card")) {
                rows.add(row(act, line.split("\\|", -1)));
            }
        }
        return new WhatHappens(sections);
    }

    /** What a heading says before its colon. */
    private static String name(String heading) {
        return heading.substring(3).split(":", 2)[0].replace("`", "");
    }

    private static Row row(String act, String[] cells) {
        Matcher status = STATUS.matcher(cells[4]);
        Matcher city = CITY.matcher(cells[4]);
        return new Row(
                act,
                cells[1].strip(),
                (int) WRITE.matcher(cells[2]).results().count(),
                STATUS.matcher(cells[3]).results().map(found -> found.group(1)).toList(),
                cells[3].contains("city \""),
                status.find() ? status.group(1) : "",
                city.find() ? upper(city.group(1)) : "",
                cells[5].strip());
    }

    static String upper(String text) {
        return text.toUpperCase(java.util.Locale.ROOT);
    }

    /** The row of that act whose card stood so before; fails where the document has none. */
    Row row(Directions directions, String act, String before) {
        return sections.getOrDefault(SECTIONS.getOrDefault(directions, ""), List.of()).stream()
                .filter(row -> row.act().equals(act) && row.before().startsWith(before))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        directions + " has no row '" + act + "', " + before));
    }
}
