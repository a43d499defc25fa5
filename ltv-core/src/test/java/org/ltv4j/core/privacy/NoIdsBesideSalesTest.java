package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.table.AttributeColumns;
import org.ltv4j.core.table.CsvOptions;
import org.ltv4j.core.table.EventColumns;
import org.ltv4j.core.table.RowPolicy;
import org.ltv4j.core.table.TableIngest;
import org.ltv4j.core.table.TableSource;

/** Ids and texts planted in what is known of customers beside sales: attributes and events. */
class NoIdsBesideSalesTest {
    private static final AttributeColumns ATTRIBUTES = AttributeColumns.of("customer")
            .with("age", AttributeType.NUMBER, Sensitivity.SENSITIVE)
            .with("city", AttributeType.CATEGORY, Sensitivity.PLAIN)
            .withKnownSince("since");
    private static final EventColumns EVENTS = EventColumns.of("customer", "date")
            .withKind("kind")
            .withValue("value")
            .withText("review");

    @TempDir
    Path folder;

    @Test
    void attributesAndEventsKeepIdsToThemselves() throws IOException {
        Map<String, String> faults = new TreeMap<>();
        faults.put("good", "%s,41,north,2025-01-01\n");
        faults.put("slipped", "x,%s,41,north\n");
        faults.put("id as day", "x,41,north,%s\n");
        faults.put("no customer", ",41,%s,2025-01-01\n");
        faults.put("too many cells", "%s,41,north,2025-01-01,%s\n");
        faults.put("twice", "%s,41,north,2025-01-01\n%s,42,south,2025-01-01\n");
        Map<String, String> eventFaults = new TreeMap<>();
        eventFaults.put("good", "%s,2025-01-01,review,5,planted words\n");
        eventFaults.put("slipped", "2025-01-01,%s,review,5,planted words\n");
        eventFaults.put("id as kind", "x,2025-01-01,%s,5,planted words\n");
        eventFaults.put("text as value", "x,2025-01-01,review,%s,5\n");
        eventFaults.put("too few cells", "%s,2025-01-01\n");
        try (Leaks leaks = new Leaks()) {
            for (RowPolicy policy : List.of(RowPolicy.FAIL, RowPolicy.SKIP)) {
                for (String id : Leaks.IDS) {
                    String cell = "\"" + id.replace("\"", "\"\"") + "\"";
                    faults.forEach((name, row) -> leaks.of(
                            "attributes, " + name,
                            () -> shown(
                                    leaks,
                                    source("customer,age,city,since\n" + row.replace("%s", cell), policy)
                                            .attributes(ATTRIBUTES))));
                    eventFaults.forEach((name, row) -> leaks.of(
                            "events, " + name,
                            () -> shown(
                                    leaks,
                                    source("customer,date,kind,value,review\n" + row.replace("%s", cell), policy)
                                            .events(EVENTS))));
                }
            }
            assertThat(leaks.thrown()).isGreaterThan(20);
        }
    }

    private TableSource source(String text, RowPolicy policy) throws IOException {
        Path file = folder.resolve("beside.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return TableSource.csv(file, CsvOptions.defaults().withRowPolicy(policy));
    }

    private static Object shown(Leaks leaks, TableIngest<?> read) {
        leaks.shown("report", read.report());
        return read;
    }
}
