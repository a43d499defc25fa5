package org.ltv4j.models.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.testing.ModelDocument;
import org.ltv4j.core.testing.SavedModelContract;

class GammaGammaSavedTest extends SavedModelContract {
    @Override
    protected List<? extends LtvModel> models() {
        return List.of(
                GammaGammaModel.of(6.25, 3.74, 15.44),
                GammaGammaModel.of(new AlikeMixture(4, 20), SpendBasis.ALL_PURCHASES),
                GammaGammaModel.of(new SteadyMixture(3, 40), SpendBasis.REPEAT_PURCHASES),
                GammaGammaFitTest.fit(Shop.each(2, 5, 5)),
                GammaGammaFitTest.fit(Shop.simulated(300, 6, 4, 15, 1)));
    }

    @Override
    protected void checkPredictions(LtvModel model) {
        GammaGammaModel spend = (GammaGammaModel) model;
        assertThat(spend.populationMean()).isPositive().isFinite();
        assertThat(spend.expectedSpend(3, 25)).isPositive().isFinite();
    }

    @Test
    void parametersOfADocumentAreCheckedAsStrictlyAsThoseOfACall() {
        ModelDocument document = ModelDocument.parse(Models.toJson(models().get(0)));
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("parameters", "q"), 0.9)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(
                        "$: no gamma-gamma model: need q > 1, got 0.9: with q <= 1 the mean spend of the population is"
                                + " infinite");
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("mixture"), "all-alike")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("$.parameters.mean: missing");
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("mixture"), "log-normal")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.mixture: need one of gamma-gamma, all-alike, each-the-same, one-amount");
    }
}
