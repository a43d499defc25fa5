package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ltv4j.core.feature.transform.Matrices.NA;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;

/** Encoders of categories; levels are known by their names, whatever their order. */
class EncodingTest {
    private static final List<String> CHANNELS = List.of("web", "shop", "phone", "never");

    private static FeatureMatrix channels() {
        return Matrices.with()
                .category("channel", CHANNELS, 0, 1, 0, NA, 2, 0, 1)
                .numbers("spend", 1, 2, 3, 4, 5, 6, 7)
                .build();
    }

    /** The same schema with other levels: "app" was not seen in training. */
    private static FeatureMatrix later() {
        return Matrices.with()
                .category("channel", List.of("app", "phone", "web"), 0, 1, 2, NA)
                .numbers("spend", 1, 2, 3, 4)
                .build();
    }

    @Test
    void oneHotMakesAFlagForEachLevelThatWasSeenInTheOrderOfTheirNames() {
        FittedPipeline fitted = FeaturePipeline.of(OneHot.of("channel")).fit(channels());
        FeatureMatrix flags = fitted.apply(channels());
        assertThat(flags.schema().names())
                .containsExactly("channel_is_phone", "channel_is_shop", "channel_is_web", "spend");
        assertThat(flags.schema().feature(0).type()).isEqualTo(FeatureType.FLAG);
        assertThat(flags.schema().feature(0).formula()).isEqualTo("is(raw channel, 'phone')");
        assertThat(flags.column("channel_is_phone")).containsExactly(0, 0, 0, 0, 1, 0, 0);
        assertThat(flags.column("channel_is_shop")).containsExactly(0, 1, 0, 0, 0, 0, 1);
        assertThat(flags.column("channel_is_web")).containsExactly(1, 0, 1, 0, 0, 1, 0);
        FeatureMatrix unseen = fitted.apply(later());
        assertThat(unseen.row(0)).containsExactly(0, 0, 0, 1);
        assertThat(unseen.row(1)).containsExactly(1, 0, 0, 2);
        assertThat(unseen.row(2)).containsExactly(0, 0, 1, 3);
        assertThat(unseen.row(3)).containsExactly(0, 0, 0, 4);
    }

    @Test
    void oneHotGivesRareUnseenAndMissingLevelsFlagsIfAskedTo() {
        FittedPipeline fitted = FeaturePipeline.of(
                        OneHot.all().withMinCount(2).withMissing().keepingSource())
                .fit(channels());
        FeatureMatrix flags = fitted.apply(channels());
        assertThat(flags.schema().names())
                .containsExactly(
                        "channel",
                        "channel_is_shop",
                        "channel_is_web",
                        "channel_is_other",
                        "channel_is_missing",
                        "spend");
        assertThat(flags.column("channel_is_other")).containsExactly(0, 0, 0, 0, 1, 0, 0);
        assertThat(flags.column("channel_is_missing")).containsExactly(0, 0, 0, 1, 0, 0, 0);
        FeatureMatrix unseen = fitted.apply(later());
        assertThat(unseen.column("channel_is_other")).containsExactly(1, 1, 0, 0);
        assertThat(unseen.column("channel_is_missing")).containsExactly(0, 0, 0, 1);
        // a category that is left keeps its training levels, and has no value for another
        assertThat(unseen.levels("channel")).isEqualTo(CHANNELS);
        assertThat(unseen.column("channel")).containsExactly(NA, 2, 0, NA);
    }

    @Test
    void oneHotKeepsTheMostFrequentLevels() {
        FeatureMatrix flags = FeaturePipeline.of(OneHot.of("channel").withMaxLevels(1))
                .fit(channels())
                .apply(channels());
        assertThat(flags.schema().names()).containsExactly("channel_is_web", "channel_is_other", "spend");
        // phone and shop would tie for the third place if there were two shops less: the first by name stays
        FeatureMatrix tie = Matrices.with()
                .category("c", List.of("z", "b", "a"), 0, 0, 1, 2)
                .build();
        assertThat(FeaturePipeline.of(OneHot.of("c").withMaxLevels(2))
                        .fit(tie)
                        .output()
                        .names())
                .containsExactly("c_is_a", "c_is_z", "c_is_other");
    }

    @Test
    void levelsInAnyScriptGetNamesThatTellThemApart() {
        FeatureMatrix matrix = Matrices.with()
                .category("c", List.of("线上", "Pick-up!", "pick up", "other", "x".repeat(200), ""), 0, 1, 2, 3, 4, 5)
                .build();
        FittedPipeline fitted = FeaturePipeline.of(OneHot.of("c").withOther()).fit(matrix);
        assertThat(fitted.output().names())
                .containsExactly(
                        "c_is_level_1", // the empty one comes first
                        "c_is_pick_up",
                        "c_is_level_3",
                        "c_is_level_4",
                        "c_is_level_5",
                        "c_is_level_6",
                        "c_is_other");
        assertThat(fitted.output().feature(5).formula()).contains("线上");
        assertThat(fitted.apply(matrix).row(0)).containsExactly(0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void ordinalRanksByNameOrInTheOrderGiven() {
        FeatureMatrix byName =
                FeaturePipeline.of(Ordinal.of("channel")).fit(channels()).apply(later());
        assertThat(byName.schema().names()).containsExactly("channel_rank", "spend");
        assertThat(byName.column("channel_rank")).containsExactly(NA, 0, 2, NA);
        Ordinal order = Ordinal.of("channel").inOrder(List.of("phone", "app", "web", "shop"));
        FittedPipeline fitted = FeaturePipeline.of(order).fit(channels());
        assertThat(fitted.apply(channels()).column("channel_rank")).containsExactly(2, 3, 2, NA, 0, 2, 3);
        // "app" is in the order, but training did not see it
        assertThat(fitted.apply(later()).column("channel_rank")).containsExactly(NA, 0, 2, NA);
        assertThatThrownBy(() -> FeaturePipeline.of(Ordinal.of("channel").inOrder(List.of("web", "shop")))
                        .fit(channels()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("1 levels that are not in the order given, at the places [2]");
        assertThatThrownBy(() -> Ordinal.of("channel").inOrder(List.of("web", "web")))
                .isInstanceOf(InvalidDataException.class);
    }

    @Test
    void frequencyIsTheShareOfTheRowsWithALevel() {
        FittedPipeline fitted = FeaturePipeline.of(Frequency.of("channel")).fit(channels());
        assertThat(fitted.apply(channels()).column("channel_frequency"))
                .containsExactly(3 / 6.0, 2 / 6.0, 3 / 6.0, NA, 1 / 6.0, 3 / 6.0, 2 / 6.0);
        assertThat(fitted.apply(later()).column("channel_frequency")).containsExactly(0, 1 / 6.0, 3 / 6.0, NA);
    }

    @Test
    void oneCategoryMayHaveSeveralEncodings() {
        FittedPipeline fitted = FeaturePipeline.of(
                        Frequency.of("channel").keepingSource(),
                        Ordinal.of("channel").keepingSource(),
                        OneHot.of("channel"))
                .fit(channels());
        assertThat(fitted.output().names())
                .containsExactly(
                        "channel_is_phone",
                        "channel_is_shop",
                        "channel_is_web",
                        "channel_rank",
                        "channel_frequency",
                        "spend");
    }

    @Test
    void aSingleRowMayHaveLevelsOfItsOwn() {
        FittedPipeline fitted = FeaturePipeline.of(OneHot.of("channel").keepingSource(), Frequency.of("channel"))
                .fit(channels());
        // by the levels of training; any place beyond them is a level that training did not see
        assertThat(fitted.apply(new double[] {2, 9})).containsExactly(1 / 6.0, 1, 0, 0, 9);
        assertThat(fitted.apply(new double[] {4, 9})).containsExactly(0, 0, 0, 0, 9);
        RowTransform later = fitted.rows(Map.of("channel", List.of("app", "phone", "web")));
        assertThat(later.apply(new double[] {1, 9})).containsExactly(1 / 6.0, 1, 0, 0, 9);
        assertThat(later.apply(new double[] {0, 9})).containsExactly(0, 0, 0, 0, 9);
        assertThatThrownBy(() -> fitted.rows(Map.of()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("levels of the category channel are not given");
    }

    @Test
    void allMissingAndNumbersAreSaidSo() {
        FeatureMatrix missing = Matrices.with()
                .category("channel", CHANNELS, NA, NA)
                .numbers("spend", 1, 2)
                .build();
        assertThat(FeaturePipeline.of(OneHot.all())
                        .fit(missing)
                        .apply(missing)
                        .schema()
                        .names())
                .containsExactly("spend");
        assertThat(FeaturePipeline.of(Frequency.all())
                        .fit(missing)
                        .apply(missing)
                        .row(0))
                .containsExactly(NA, 1);
        assertThat(FeaturePipeline.of(Ordinal.all()).fit(missing).apply(missing).row(0))
                .containsExactly(NA, 1);
        assertThatThrownBy(() -> FeaturePipeline.of(OneHot.of("spend")).fit(missing))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("feature spend is a NUMBER and this step needs a category")
                .hasMessageContaining("Bin.quantiles(5, \"spend\")");
        FeatureMatrix twice =
                Matrices.with().category("c", List.of("a", "a"), 0, 1).build();
        assertThatThrownBy(() -> FeaturePipeline.of(OneHot.all()).fit(twice))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("a level that stands twice");
    }
}
