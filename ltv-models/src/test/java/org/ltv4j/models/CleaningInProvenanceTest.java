package org.ltv4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.ZeroRule;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.spend.GammaGamma;

/** A model remembers how its data were cleaned, and a saved one too. */
class CleaningInProvenanceTest {
    @Test
    void thePlanAndWhatItDroppedStandInTheModel() {
        Cleaned clean = CleaningPlan.defaults().withZeroAmounts(ZeroRule.DROP).apply(log());
        CustomerSummaries plain = clean.log().summaries(clean.log().lastDay(), TimeScale.WEEK);
        CustomerSummaries customers = plain.withProvenance(clean.provenance());
        assertThat(plain.provenance()).isEmpty();

        ValueModel model = new ValueModel(BgNbd.fit(customers), GammaGamma.fit(customers));
        ValueModel loaded = Models.fromJson(Models.toJson(model), ValueModel.class);
        for (ValueModel one : new ValueModel[] {model, loaded}) {
            Map<String, String> data =
                    one.purchases().fit().orElseThrow().provenance().data();
            assertThat(data)
                    .containsEntry("cleaning.plan", clean.plan().text())
                    .containsEntry("cleaning.fingerprint", clean.plan().fingerprint())
                    .containsEntry("cleaning.rowsRead", "121")
                    .containsEntry("cleaning.dropped.zero amounts", "1")
                    .containsEntry("customers", "40");
            assertThat(one.spend().fit().orElseThrow().provenance().data()).containsAllEntriesOf(clean.provenance());
        }
        assertThat(BgNbd.fit(plain).parameters()).isEqualTo(BgNbd.fit(customers).parameters());
    }

    private static TransactionLog log() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        LocalDate first = LocalDate.of(2025, 1, 1);
        for (int customer = 0; customer < 40; customer++) {
            for (int purchase = 0; purchase < 1 + customer % 5; purchase++) {
                builder.add(
                        "c" + customer, first.plusDays(customer + purchase * (5L + customer % 11)), 3 + customer % 7);
            }
        }
        return builder.add("c0", first.plusDays(200), 0).build();
    }
}
