package org.ltv4j.core.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.ModelComparison;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.Provenance;
import org.ltv4j.core.testing.SavedModelContract;

/** The contract of saved models on members of every type, with and without a report. */
class FlatSpendSavedTest extends SavedModelContract {
    @Override
    protected List<? extends LtvModel> models() {
        FlatSpend plain = FlatSpend.of(12.5);
        return List.of(plain, withFit(plain, full()), withFit(plain, bare()));
    }

    private static FlatSpend withFit(FlatSpend model, FitReport report) {
        return new FlatSpend(
                model.mean(),
                model.count(),
                model.sure(),
                model.label(),
                model.basis(),
                model.weights(),
                model.words(),
                model.rows(),
                Optional.of(report));
    }

    private static FitReport full() {
        return new FitReport(
                -4055.917694801876,
                946,
                940,
                List.of(
                        new ParameterEstimate("p", 6.2, OptionalDouble.of(1.19), Optional.of(new Interval(4.3, 9.07))),
                        new ParameterEstimate("q", Double.POSITIVE_INFINITY, OptionalDouble.empty(), Optional.empty())),
                Optional.of(List.of(List.of(1.4, -0.2), List.of(-0.2, 0.08))),
                Optional.of("customers all alike"),
                List.of(new ModelComparison("one amount", 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)),
                List.of("a finding", "\u53e6\u4e00\u4e2a"),
                123,
                4.4e-9,
                Provenance.of(Map.of("customers", "2357"), Map.of("seed", "1", "basis", "REPEAT_PURCHASES")));
    }

    private static FitReport bare() {
        return new FitReport(
                0,
                1,
                1,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                0,
                Provenance.of(Map.of(), Map.of()));
    }
}
