package org.ltv4j.segmentation.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.testing.ModelDocument;
import org.ltv4j.core.testing.SavedModelContract;

class ReplenishmentSavingTest extends SavedModelContract {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private static ReplenishmentModel model() {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        new SimulatedRhythm(9, 0.5, 0.3, 0.3, 0.2, 0.1).addTo(log, "milk, 1 l", "secret", 40, 200, 1);
        new SimulatedRhythm(30, 0.5, 0.3, 0.3, 0.2, 0.1).addTo(log, "\uD83D\uDE00 \"tea\"", "secret", 40, 200, 2);
        return Replenishment.fit(log.build(), Replenishment.Options.defaults());
    }

    @Override
    protected List<? extends LtvModel> models() {
        return List.of(model().productRhythms(), new ProductRhythms(List.of()));
    }

    @Override
    protected void checkPredictions(LtvModel model) {
        for (ProductRhythm rhythm : (ProductRhythms) model) {
            NextPurchase next = rhythm.next(List.of(DAY, DAY.plusDays(8)), List.of(1.0, 3.0), DAY.plusDays(9));
            assertThat(next.probabilityWithin(7)).isBetween(0.0, 1.0);
            assertThat(next.due()).isAfter(next.asOf());
        }
    }

    @Test
    void loadedRhythmsForetellTheSame(@TempDir Path folder) {
        ReplenishmentModel model = model();
        Path file = folder.resolve("rhythms.json");
        Models.save(model.productRhythms(), file);
        ProductRhythms loaded = Models.load(file, ProductRhythms.class);
        assertThat(loaded).isEqualTo(model.productRhythms());
        assertThat(loaded.asList()).isEqualTo(model.rhythms());
        List<LocalDate> days = List.of(DAY, DAY.plusDays(8), DAY.plusDays(19));
        List<Double> quantities = List.of(1.0, 2.0, 1.0);
        assertThat(loaded.rhythm("milk, 1 l").orElseThrow().next(days, quantities, DAY.plusDays(21)))
                .isEqualTo(model.rhythm("milk, 1 l").next(days, quantities, DAY.plusDays(21)));
        assertThat(loaded.rhythm("coffee")).isEmpty();
    }

    @Test
    void noCustomerIsInTheFile() {
        assertThat(Models.toJson(model().productRhythms())).contains("milk").doesNotContain("secret");
    }

    @Test
    void valuesThatAreNoneAreRefused() {
        ProductRhythm milk = new ProductRhythm("milk", 10, 90, true, 10, 0, 1, 1, 0.5, 0.5, 0.4, 0.1, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductRhythms(List.of(milk, milk)))
                .withMessageContaining("two rhythms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductRhythm(
                        "milk", 10, 90, true, 10, 0, Double.POSITIVE_INFINITY, 1, 0.5, 0.5, 0.4, 0.1, 10));
        ModelDocument document = ModelDocument.parse(Models.toJson(new ProductRhythms(List.of(milk))));
        refused(document.with(List.of("withinSd", 0), 0), "standard deviation within customers");
        refused(document.with(List.of("medianDays", 0), 1e200), "median days above 0");
        refused(document.with(List.of("fitted", 0), 2), "$.fitted[0]");
        refused(document.with(List.of("gaps"), List.of(90, 1)), "1 products, got 2");
        refused(document.without(List.of("stopMemory")), "stopMemory");
    }

    private static void refused(String json, String message) {
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> Models.fromJson(json))
                .withMessageContaining(message);
    }
}
