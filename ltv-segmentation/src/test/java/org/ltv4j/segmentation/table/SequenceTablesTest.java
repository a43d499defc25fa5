package org.ltv4j.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.simulate.CafeSimulator;
import org.ltv4j.segmentation.itemset.MinSupport;
import org.ltv4j.segmentation.rhythm.DueOptions;
import org.ltv4j.segmentation.rhythm.NextPurchase;
import org.ltv4j.segmentation.rhythm.Replenishment;
import org.ltv4j.segmentation.rhythm.ReplenishmentModel;
import org.ltv4j.segmentation.sequence.FollowUpRules;
import org.ltv4j.segmentation.sequence.FollowUps;
import org.ltv4j.segmentation.sequence.PrefixSpan;
import org.ltv4j.segmentation.sequence.SequenceLog;
import org.ltv4j.segmentation.sequence.SequentialPatterns;
import org.ltv4j.segmentation.sequence.TransitionMatrix;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class SequenceTablesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    @TempDir
    Path folder;

    private static SequenceLog small() {
        return SequenceLog.builder()
                .add("ann", DAY, "grinder, red")
                .add("ann", DAY.plusDays(3), "beans")
                .add("bob", DAY, "grinder, red")
                .add("bob", DAY.plusDays(5), "beans", "cups")
                .build()
                .observedUntil(DAY.plusDays(60));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    @Test
    void patternsHaveARowEach() throws IOException {
        SequentialPatterns patterns = PrefixSpan.mine(
                small(), PrefixSpan.options().minSupport(MinSupport.count(2)).build());
        SequenceFiles.writeCsv(patterns, folder.resolve("patterns.csv"));
        assertThat(lines("patterns.csv"))
                .containsExactly(
                        "pattern,events,items,count,support",
                        "beans,1,1,2,1.0",
                        "\"grinder, red\",1,1,2,1.0",
                        "\"grinder, red -> beans\",2,2,2,1.0");
        Table table = SequenceTables.of(patterns);
        assertThat(table.name()).isEqualTo("patterns");
        assertThat(table.stringColumn("pattern").asList())
                .containsExactly("beans", "grinder, red", "grinder, red -> beans");
        assertThat(table.longColumn("count").get(2)).isEqualTo(2);
        assertThat(table.doubleColumn("support").get(2)).isEqualTo(1);
    }

    @Test
    void rulesLeaveEmptyWhatIsNotKnown() throws IOException {
        FollowUpRules rules =
                FollowUps.mine(small(), FollowUps.Options.defaults().withMinSupport(MinSupport.count(1)));
        SequenceFiles.writeCsv(rules, folder.resolve("rules.csv"));
        assertThat(lines("rules.csv")).hasSize(rules.size() + 1);
        assertThat(lines("rules.csv").get(0))
                .isEqualTo("after,then,window_days,purchases,complete,followed,customers,customers_followed,support,"
                        + "confidence,confidence_lower,confidence_upper,probability,base_rate,lift,own_lift,median_days,"
                        + "p,p_adjusted");
        Table table = SequenceTables.of(rules);
        assertThat(table.rowCount()).isEqualTo(rules.size());
        assertThat(table.doubleColumn("lift").get(0)).isEqualTo(2);
        FollowUpRules unknown = FollowUps.mine(
                small(), FollowUps.Options.defaults().withWindow(1_000).withMinSupport(MinSupport.count(2)));
        SequenceFiles.writeCsv(unknown, folder.resolve("unknown.csv"));
        assertThat(lines("unknown.csv").get(1))
                .startsWith("\"grinder, red\",beans,1000,2,0,0,2,2,1.0,,0.0,1.0,1.0,,,,3.0,");
        assertThat(SequenceTables.of(unknown).doubleColumn("confidence").isMissing(0))
                .isTrue();
    }

    @Test
    void transitionsHaveARowEach() throws IOException {
        TransitionMatrix matrix = TransitionMatrix.of(small());
        SequenceFiles.writeCsv(matrix, folder.resolve("next.csv"));
        assertThat(lines("next.csv"))
                .containsExactly(
                        "from,to,count,probability",
                        "\"grinder, red\",beans,1.5,0.75",
                        "\"grinder, red\",cups,0.5,0.25");
        assertThat(SequenceTables.of(matrix).doubleColumn("probability").asList())
                .containsExactly(0.75, 0.25);
    }

    @Test
    void rhythmsAndForecastsHaveDates() throws IOException {
        TransactionLog log = CafeSimulator.withDefaults().withCustomers(60).simulate();
        ReplenishmentModel model = Replenishment.fit(log, Replenishment.Options.defaults());
        SequenceFiles.writeCsv(model, folder.resolve("rhythms.csv"));
        assertThat(lines("rhythms.csv")).hasSize(model.rhythms().size() + 1);
        assertThat(SequenceTables.of(model).rowCount())
                .isEqualTo(model.rhythms().size());
        List<NextPurchase> due = model.due(DueOptions.withinDays(14).withMost(5));
        SequenceFiles.writeCsv(model, due, 0.8, 14, folder.resolve("due.csv"));
        assertThat(lines("due.csv").get(0))
                .isEqualTo(
                        "customer,product,purchases,last,days_since,usual,days_late,due,earliest,latest,still_buying,"
                                + "probability_14d");
        assertThat(lines("due.csv")).hasSize(due.size() + 1);
        assertThat(lines("due.csv").get(1))
                .startsWith(model.customers().id(due.get(0).customer()) + ",");
        Table table = SequenceTables.of(model, due, 0.8, 14);
        assertThat(table.column("due").type()).isEqualTo(ColumnType.LOCAL_DATE);
        assertThat(table.dateColumn("due").get(0)).isEqualTo(due.get(0).due());
    }

    @Test
    void forecastsWithoutACustomerHaveAnEmptyCell() throws IOException {
        TransactionLog log = CafeSimulator.withDefaults().withCustomers(60).simulate();
        ReplenishmentModel model = Replenishment.fit(log, Replenishment.Options.defaults());
        NextPurchase till = model.rhythms().get(0).next(List.of(DAY), DAY.plusDays(2));
        SequenceFiles.writeCsv(model, List.of(till), 0.8, 7, folder.resolve("till.csv"));
        assertThat(lines("till.csv").get(1)).startsWith("," + till.product() + ",1,2025-01-01,2,");
        Path file = folder.resolve("never.csv");
        assertThatThrownBy(() -> SequenceFiles.writeCsv(model, List.of(), 1, 7, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0, 1)");
        assertThatThrownBy(() -> SequenceFiles.writeCsv(model, List.of(), 0.8, -1, file))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void namesOfAnyKindStandInOneCell() throws IOException {
        List<String> odd = List.of("a,b", "q\"uote", "two\nlines", "\uD83D\uDE00 cup", "=1+1", " lead");
        SequenceLog log = SequenceLog.of(List.of(odd.stream().map(List::of).toList()));
        SequenceFiles.writeCsv(
                PrefixSpan.mine(log, PrefixSpan.options().events(1, 1).build()), folder.resolve("odd.csv"));
        assertThat(Files.readString(folder.resolve("odd.csv")))
                .isEqualTo("pattern,events,items,count,support\n"
                        + "\" lead\",1,1,1,1.0\n'=1+1,1,1,1,1.0\n\"a,b\",1,1,1,1.0\n\"q\"\"uote\",1,1,1,1.0\n"
                        + "\"two\nlines\",1,1,1,1.0\n\uD83D\uDE00 cup,1,1,1,1.0\n");
    }

    @Test
    void aFileThatCannotBeWrittenSaysSo() {
        TransitionMatrix matrix = TransitionMatrix.of(small());
        Path missing = folder.resolve("no").resolve("next.csv");
        assertThatThrownBy(() -> SequenceFiles.writeCsv(matrix, missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("next.csv");
    }
}
