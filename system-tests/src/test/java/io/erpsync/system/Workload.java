package io.erpsync.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What users do in Lime, drawn from a seed; keeps the last phone given to each company. */
final class Workload {

    /** One company of the run and the phone that must be on both sides at the end. */
    record Expected(String id, String name, String phone) {}

    private final Random random;
    private final Sides sides;
    private final List<Expected> companies = new ArrayList<>();

    Workload(long seed, Sides sides) {
        this.random = new Random(seed);
        this.sides = sides;
    }

    void run(int count) {
        for (int i = 0; i < count; i++) {
            String name = "Firma " + (random.nextBoolean() ? "nord " : "SYD ") + i + " AB";
            String phone = "040-" + (1000 + i);
            String id = sides.createInLime(Map.of("name", name, "phone", phone));
            sides.editInLime(id, Map.of("erp_status", "readyforfirstsync"));
            companies.add(new Expected(id, name, phone));
            if (random.nextBoolean()) {
                edit(random.nextInt(companies.size()));
            }
        }
    }

    private void edit(int index) {
        Expected before = companies.get(index);
        String phone = "08-" + (10_000 + random.nextInt(80_000));
        sides.editInLime(before.id(), Map.of("phone", phone));
        companies.set(index, new Expected(before.id(), before.name(), phone));
    }

    List<Expected> companies() {
        return List.copyOf(companies);
    }
}
