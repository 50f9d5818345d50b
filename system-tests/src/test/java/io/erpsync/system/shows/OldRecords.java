package io.erpsync.system.shows;

import io.erpsync.system.Pair;
import io.erpsync.system.Web;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was there before a connection goes live: cards that say synced and customers of the same
 * numbers, put there without a ledger entry and changed last a year ago.
 */
final class OldRecords {

    private static final long FIRST_CARD = 10_001;
    private static final int FIRST_NUMBER = 20_001;
    private static final int AT_ONCE = 500;
    private static final String LONG_AGO = "2025-11-03T10:00:00Z";

    private OldRecords() {}

    static String card(int index) {
        return String.valueOf(FIRST_CARD + index);
    }

    static String number(int index) {
        return String.valueOf(FIRST_NUMBER + index);
    }

    static String phone(int index) {
        return "040-" + (100_000 + index);
    }

    /** Cards of the first numbers. */
    static void cards(Web web, Pair pair, int count) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> record = new TreeMap<>();
            record.put("_id", FIRST_CARD + i);
            record.put("_timestamp", LONG_AGO);
            record.put("name", "Firma " + i + " AB");
            record.put("phone", phone(i));
            record.put("invoicecity", "Lund");
            record.put("erp_id", number(i));
            record.put("erp_status", "synced");
            records.add(record);
        }
        put(web, "/sandbox/lime/" + pair.name() + "/seed?type=company", records);
    }

    /**
     * Customers; every {@code differing}th has another phone than its card, and none differs where
     * that is 0.
     */
    static void customers(Web web, Pair pair, int count, int differing) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean differs = differing > 0 && i % differing == differing - 1;
            Map<String, Object> record = new TreeMap<>();
            record.put("CustomerNumber", number(i));
            record.put("_modified", LONG_AGO);
            record.put("Name", "Firma " + i + " AB");
            record.put("Phone1", differs ? "0700-" + i : phone(i));
            record.put("City", "Lund");
            records.add(record);
        }
        put(web, "/sandbox/fortnox/" + pair.tenant() + "/seed", records);
    }

    private static void put(Web web, String address, List<Map<String, Object>> records) {
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            int to = Math.min(records.size(), from + AT_ONCE);
            web.json("POST", address, records.subList(from, to), Map.of());
        }
    }
}
