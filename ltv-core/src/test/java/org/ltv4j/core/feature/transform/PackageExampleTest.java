package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.io.Models;

/** The lines of the description of the package. */
class PackageExampleTest {

    @Test
    void theExampleOfThePackageRuns(@TempDir Path folder) {
        FeatureMatrix training = matrix("web", "shop");
        FeatureMatrix laterCustomers = matrix("shop", "app");
        Map<String, List<String>> levelsAtTheTill = Map.of(
                "channel", laterCustomers.levels("channel"),
                "favourite_product", laterCustomers.levels("favourite_product"));
        double[] spendOfTheNextQuarter = {0, 12, 0, 90, 33, 7, 0, 250};

        FeaturePipeline plan = FeaturePipeline.of(Impute.median("days_between").withIndicator())
                .then(Winsorise.quantiles(0.01, 0.99, "total_spend"))
                .then(Log1p.of("total_spend"))
                .then(OneHot.of("channel").withOther())
                .then(TargetEncoding.of("favourite_product").withSmoothing(20))
                .then(StandardScale.all())
                .then(CorrelationFilter.above(0.98));
        PipelineFit fit = plan.fitTransform(training, spendOfTheNextQuarter);
        FeatureMatrix toTrainOn = fit.trainingFeatures();
        FeatureMatrix toScore = fit.pipeline().apply(laterCustomers);
        RowTransform till = fit.pipeline().rows(levelsAtTheTill);
        double[] atTheTill = till.apply(laterCustomers.row(0));
        Models.save(fit.pipeline(), folder.resolve("pipeline.json"));

        assertThat(atTheTill).isEqualTo(toScore.row(0));
        assertThat(toTrainOn.schema()).isEqualTo(fit.pipeline().output()).isEqualTo(toScore.schema());
        assertThat(toScore.column("channel_is_other")).contains(1);
        assertThat(Models.load(folder.resolve("pipeline.json"))).isEqualTo(fit.pipeline());
    }

    private static FeatureMatrix matrix(String... channels) {
        double na = Double.NaN;
        return Matrices.with()
                .numbers("total_spend", 10, 200, 35, 1e4, 80, 5, 19, 640)
                .numbers("days_between", 12, 30, na, 7, 45, na, 60, 21)
                .category("channel", List.of(channels), 0, 1, 0, 0, 1, na, 1, 0)
                .category("favourite_product", List.of("tea", "cake"), 0, 1, 1, 0, 0, 1, 1, 0)
                .build();
    }
}
