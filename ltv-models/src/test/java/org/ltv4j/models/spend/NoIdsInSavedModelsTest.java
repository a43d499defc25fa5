package org.ltv4j.models.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.privacy.Erasure;
import org.ltv4j.core.privacy.ErasureReceipt;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;

/** Who was in the training data stands nowhere in a model: erasing a customer leaves saved models as they are. */
class NoIdsInSavedModelsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Set<String> ids = new HashSet<>();

    private TransactionLog sales() {
        Random random = new Random(17);
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (int customer = 0; customer < 300; customer++) {
            String id = "planted-\u5f20-" + (13987600000L + customer) + "@example.com";
            ids.add(id);
            double rate = 0.02 + 0.1 * random.nextDouble();
            double spend = 5 + 40 * random.nextDouble();
            boolean gone = random.nextInt(3) == 0;
            for (int day = 0; day < (gone ? 60 : 360); day++) {
                if (day == 0 || random.nextDouble() < rate) {
                    builder.add(id, DAY.plusDays(day), spend * (0.5 + random.nextDouble()))
                            .order("order of " + id + day);
                }
            }
        }
        return builder.build();
    }

    @Test
    void savedModelsAndTheirTextFormsHoldNoId() throws IOException {
        Cleaned cleaned = CleaningPlan.defaults().apply(sales());
        CustomerSummaries data = cleaned.log().summaries(DAY.plusDays(365), TimeScale.WEEK);
        BgNbdModel purchases = BgNbd.fit(data);
        GammaGammaModel spend = GammaGamma.fit(data);
        Erasure erasure = Erasure.of(ids, "request 17");
        for (LtvModel model : new LtvModel[] {purchases, spend}) {
            Path file = folder.resolve(model.kind() + ".json");
            Models.save(model, file);
            assertThat(erasure.search(file)).isZero();
            assertThat(Files.readString(file) + model + model.fit())
                    .doesNotContain("planted")
                    .doesNotContain("139876")
                    .doesNotContain("\u5f20");
        }
        ErasureReceipt receipt = erasure.receipt(NOON);
        assertThat(receipt.found()).isFalse();
        assertThat(receipt.parts()).hasSize(2);
    }

    @Test
    void fitsThatFailNameNobody() {
        CustomerSummaries once = TransactionLog.builder("EUR")
                .add("planted-1", DAY, 5)
                .add("planted-2", DAY.plusDays(3), 7)
                .build()
                .summaries(DAY.plusDays(30), TimeScale.WEEK);
        assertThatThrownBy(() -> BgNbd.fit(once)).message().doesNotContain("planted");
        assertThatThrownBy(() -> GammaGamma.fit(once)).message().doesNotContain("planted");
    }
}
