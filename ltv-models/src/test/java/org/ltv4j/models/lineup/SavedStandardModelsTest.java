package org.ltv4j.models.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.monitor.MonthlyRefit;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.save.OutcomeModels;

/** Models of the line-up are saved by one program and loaded by the next. */
class SavedStandardModelsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Outcome SPEND = Outcome.spend(Horizon.parse("60d"));

    private static KnownSales shop() {
        SplittableRandom random = new SplittableRandom(8);
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int c = 0; c < 150; c++) {
            double gap = 3 + 40 * random.nextDouble();
            for (double day = random.nextDouble() * 100; day < 300; day += -gap * Math.log(random.nextDouble())) {
                log.add("c" + c, FIRST.plusDays((long) day), 5 + 10 * random.nextDouble());
                if (random.nextDouble() < 0.05) {
                    break;
                }
            }
        }
        return KnownSales.until(log.build(), FIRST.plusDays(299));
    }

    @Test
    void aMonthlyRefitWatchesTheFeaturesOfTheModel() {
        KnownSales known = shop();
        StandardModels models = StandardModels.of(SPEND, 300);
        assertThat(MonthlyRefit.of(models.hybrid(), SPEND)
                        .watched()
                        .from(known)
                        .schema()
                        .names())
                .contains("probability_alive", "last_30_days_purchases");
        assertThat(MonthlyRefit.of(models.probability(), SPEND)
                        .watched()
                        .from(known)
                        .schema()
                        .names())
                .contains("days_since_last")
                .doesNotContain("last_30_days_purchases");
    }

    @Test
    void theFusedModelForetellsTheSameAfterLoading(@TempDir Path folder) {
        KnownSales known = shop();
        OutcomeModel fused = StandardModels.of(SPEND, 300).fused().fit(known, SPEND);
        Path file = folder.resolve("fused.json");
        OutcomeModels.save(fused, file);
        OutcomeModel loaded =
                OutcomeModels.load(file, StandardModels.of(SPEND, 300).sources(known));
        assertThat(loaded.predict(known).values())
                .isEqualTo(fused.predict(known).values());
        assertThat(OutcomeModels.toJson(loaded)).isEqualTo(OutcomeModels.toJson(fused));
        // with less history the models learn a shorter horizon: other features
        assertThatThrownBy(() ->
                        OutcomeModels.load(file, StandardModels.of(SPEND, 90).sources(known)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("sources will do");
    }
}
