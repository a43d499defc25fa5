package org.ltv4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.merge.AppendPlan;
import org.ltv4j.core.merge.Appended;
import org.ltv4j.core.merge.UnkeyedRule;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Csv;
import org.ltv4j.core.table.CsvOptions;
import org.ltv4j.core.table.Reason;
import org.ltv4j.core.table.RowPolicy;
import org.ltv4j.core.testing.LogText;
import org.ltv4j.core.testing.SharedData;

/** The sales of a real shop, saved and appended to: Online Retail, UCI Machine Learning Repository. */
class OnlineRetailStoreTest {

    /** The file has invoices but no lines, and rows that are alike in all: they are compared as often as they stand. */
    @Test
    void aFileThatRepeatsFiveDaysAddsOnlyWhatIsNew(@TempDir Path folder) {
        TransactionLog all = Csv.read(
                        SharedData.file("data/online_retail.csv.gz"),
                        Columns.ofQuantityAndPrice("customer_id", "invoice_date", "quantity", "unit_price")
                                .withOrder("invoice")
                                .withProduct("stock_code"),
                        CsvOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP))
                .log();
        LocalDate saved = LocalDate.of(2011, 11, 30);
        TransactionLog batch = from(all, saved.minusDays(4));
        Path file = folder.resolve("retail");
        LogFiles.save(all.until(saved), file);
        Appended appended = LogFiles.append(file, batch, AppendPlan.defaults().withUnkeyed(UnkeyedRule.COMPARE));
        TransactionLog loaded = LogFiles.load(file);
        assertThat(appended.report().added())
                .isEqualTo(from(all, saved.plusDays(1)).size());
        assertThat(appended.report().repeated())
                .isEqualTo(batch.size() - appended.report().added());
        assertThat(appended.report().late()).isZero();
        assertThat(appended.report().firstChange()).contains(LocalDate.of(2011, 12, 1));
        assertThat(LogText.of(loaded)).isEqualTo(LogText.of(all));
    }

    private static TransactionLog from(TransactionLog log, LocalDate first) {
        BitSet rows = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            rows.set(row, log.day(row) >= first.toEpochDay());
        }
        return log.keep(rows);
    }
}
