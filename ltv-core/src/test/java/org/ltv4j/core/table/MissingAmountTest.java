package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows without an amount, kept for cleaning. */
class MissingAmountTest {
    private static final String SALES = "customer,date,amount,quantity,price\n"
            + "ann,2025-03-01,4.50,1,4.50\n"
            + "ann,2025-03-02,,2,4.50\n"
            + "bob,2025-03-02,3.20,,\n";
    private static final LocalDate END = LocalDate.of(2025, 3, 2);

    @Test
    void aRowWithoutAmountIsKeptWhenAskedAndCounted() {
        Ingest read = read(SALES, Columns.of("customer", "date", "amount"), RowPolicy.KEEP);
        assertThat(read.log().size()).isEqualTo(3);
        assertThat(read.log().hasMissingAmounts()).isTrue();
        assertThat(read.log().amount(1)).isNaN();
        CleaningStep step = read.report().step("missing amount").orElseThrow();
        assertThat(step.rowsAffected()).isEqualTo(1);
        assertThat(step.rowsDropped()).isZero();
        assertThat(step.rule()).contains("kept for cleaning");
        assertThat(step.examples())
                .extracting("line", "column")
                .containsExactly(org.assertj.core.api.Assertions.tuple(3L, "amount"));
    }

    @Test
    void amountsThatAreProductsMissWhatTheirFactorsMiss() {
        Ingest read = read(SALES, Columns.ofQuantityAndPrice("customer", "date", "quantity", "price"), RowPolicy.KEEP);
        assertThat(read.log().amount(1)).isEqualTo(9.0);
        assertThat(read.log().amount(2)).isNaN();
        assertThat(read.report()
                        .step("missing amount")
                        .orElseThrow()
                        .examples()
                        .get(0)
                        .column())
                .isEqualTo("quantity");
    }

    @Test
    void suchALogIsNotSummarisedAndTheMessageSaysWhatToDo() {
        Ingest read = read(SALES, Columns.of("customer", "date", "amount"), RowPolicy.KEEP);
        assertThatThrownBy(() -> read.log().summaries(END, TimeScale.DAY))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("1 of 3 rows have no amount")
                .hasMessageContaining("line 3, column amount: is missing")
                .hasMessageContaining("withMissing")
                .hasMessageNotContaining("ann");
        assertThatThrownBy(() -> read.log().calibrateUntil(LocalDate.of(2025, 3, 1), TimeScale.DAY))
                .isInstanceOf(InvalidDataException.class);
    }

    @Test
    void otherwiseNothingChanges() {
        assertThatThrownBy(() -> read(SALES, Columns.of("customer", "date", "amount"), RowPolicy.FAIL))
                .hasMessageContaining("1 missing amount");
        Ingest skipped = read(SALES, Columns.of("customer", "date", "amount"), RowPolicy.SKIP);
        assertThat(skipped.log().hasMissingAmounts()).isFalse();
        assertThat(skipped.log().size()).isEqualTo(2);
    }

    @Test
    void typedTablesKeepThemToo() {
        Table table = Table.create(
                "sales",
                StringColumn.create("customer", "ann", "bob"),
                DateColumn.create("date", END, END),
                DoubleColumn.create("amount", Double.NaN, 2.0));
        Ingest read = Tables.read(
                table,
                Columns.of("customer", "date", "amount"),
                ReadOptions.defaults().withRowPolicy(Reason.MISSING_AMOUNT, RowPolicy.KEEP));
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.log().hasMissingAmounts()).isTrue();
        assertThat(read.report().step("missing amount").orElseThrow().rowsAffected())
                .isEqualTo(1);
    }

    @Test
    void onlyAMissingAmountCanBeKept() {
        assertThatThrownBy(() -> RowPolicies.all(RowPolicy.KEEP)).hasMessageContaining("missing amount only");
        assertThatThrownBy(() -> ReadOptions.defaults().withRowPolicy(Reason.MISSING_DATE, RowPolicy.KEEP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing date");
    }

    private static Ingest read(String text, Columns columns, RowPolicy policy) {
        return Csv.read(
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                columns,
                CsvOptions.defaults().withRowPolicy(Reason.MISSING_AMOUNT, policy));
    }
}
