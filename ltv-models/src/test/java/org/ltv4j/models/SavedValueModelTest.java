package org.ltv4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.testing.ModelDocument;
import org.ltv4j.core.testing.SavedModelContract;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGamma;
import org.ltv4j.models.spend.GammaGammaModel;

/** Both models of the main job in one document, as the main job saves them. */
class SavedValueModelTest extends SavedModelContract {
    private static final ValueModel PUBLISHED = new ValueModel(
            BgNbdModel.of(new BgNbd.Parameters(0.243, 4.414, 0.793, 2.426), TimeScale.WEEK),
            GammaGammaModel.of(6.25, 3.74, 15.44));

    @Override
    protected List<? extends LtvModel> models() {
        return List.of(PUBLISHED, fitted());
    }

    private static ValueModel fitted() {
        CustomerSummaries customers = CustomerSummaries.of(
                TimeScale.WEEK,
                new int[] {2, 1, 0, 7, 0, 3, 1, 0, 4, 2},
                new double[] {30.5, 1.75, 0, 29.5, 0, 36, 4, 0, 12, 38},
                new double[] {38.75, 38.75, 38.75, 38.75, 38, 38, 37.5, 37, 36.5, 38.25},
                new double[] {22.25, 11.75, 0, 73.75, 0, 19.5, 31, 0, 14.25, 40});
        return new ValueModel(BgNbd.fit(customers), GammaGamma.fit(customers));
    }

    /** Written by the version that its folder names; a later one must read it for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"0.1"})
    void aDocumentOfAnEarlierVersionLoads(String version) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/saved-models/" + version + "/published.json")) {
            assertThat(Models.read(Optional.ofNullable(in).orElseThrow(), ValueModel.class))
                    .isEqualTo(PUBLISHED);
        }
        try (InputStream in = getClass().getResourceAsStream("/saved-models/" + version + "/fitted.json")) {
            ValueModel model = Models.read(Optional.ofNullable(in).orElseThrow(), ValueModel.class);
            assertThat(model.purchases().fit().orElseThrow().customers()).isEqualTo(10);
            assertThat(model.spend().fit().orElseThrow().provenance().options())
                    .containsEntry("basis", "REPEAT_PURCHASES");
        }
    }

    @Test
    void aMistakeInAPartIsNamedByItsPlace() {
        ModelDocument document = ModelDocument.parse(Models.toJson(PUBLISHED));
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("spend", "parameters", "p"), -1)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("$.spend.parameters.p: need a number above 0, got -1.0");
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("spend", "kindVersion"), 9)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("model file needs gamma-gamma version 9, this library reads up to 1: upgrade ltv-models");
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("spend", "kind"), "bg-nbd")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("$.spend.kind: this is a bg-nbd model (BgNbdModel), not a SpendModel");
    }
}
