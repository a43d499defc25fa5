package org.ltv4j.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.Concentration;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.Provenance;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.examples.report.ReportData;
import org.ltv4j.examples.report.ReportData.Parameter;
import org.ltv4j.examples.report.ReportData.Period;
import org.ltv4j.examples.report.ReportData.Result;
import org.ltv4j.examples.report.ReportData.Setting;
import org.ltv4j.examples.report.ReportData.Source;
import org.ltv4j.examples.report.ReportData.TopCustomer;
import org.ltv4j.examples.report.ReportData.Totals;

/** Gathers what the report shows. */
final class ReportAssembler {
    private static final int CURVE_STEPS = 80;

    private ReportAssembler() {}

    static ReportData of(JobOptions options, Job.Outcome outcome) {
        Sales sales = outcome.sales();
        TransactionLog log = sales.cleaned().log();
        Optional<Period> period =
                log.size() == 0 ? Optional.empty() : Optional.of(new Period(log.firstDay(), log.lastDay()));
        Source source = new Source(
                sales.name(),
                options.input().file().isEmpty(),
                sales.cleaned().report().rowsRead(),
                log.size(),
                log.customers().size(),
                period,
                log.currency());
        return new ReportData(
                source,
                CleaningWords.reading(sales.format()),
                CleaningWords.lines(sales.cleaned().report().steps(), sales.plan(), log.currency()),
                ColumnLines.of(sales.profile()),
                outcome.learned().isPresent() ? Optional.empty() : Optional.of(LibraryWords.phrase(outcome.reason())),
                outcome.learned().map(learned -> result(options, learned)),
                outcome.comparison().map(ComparisonView::of),
                outcome.together().map(GoingTogether::view),
                Provenance.libraryVersion());
    }

    private static Result result(JobOptions options, Learned learned) {
        CustomerScores scores = learned.scores();
        ValueShares shares = ValueShares.of(scores);
        return new Result(
                setting(options, learned),
                new Totals(
                        scores.size(),
                        shares.repeatCustomers(),
                        scores.totalValue(),
                        scores.totalExpectedTransactions(),
                        shares.topCustomers(),
                        shares.topShare()),
                concentration(shares.curve()),
                top(scores, options.output()),
                learned.check().flatMap(HoldoutCheck::tracking),
                learned.check().map(HoldoutCheck::view),
                AliveMatrices.of(learned.model().purchases(), scores.customers()),
                parameters(learned.model().purchases(), learned.model().spend()),
                LibraryWords.findings(
                        learned.model().purchases(), learned.model().spend()));
    }

    private static ReportData.Concentration concentration(Concentration curve) {
        List<Double> customers = new ArrayList<>();
        List<Double> value = new ArrayList<>();
        for (int k = 0; k <= CURVE_STEPS; k++) {
            // closer together where the curve is steep
            double share = (double) k * k / (CURVE_STEPS * CURVE_STEPS);
            customers.add(share);
            value.add(curve.valueShare(share));
        }
        return new ReportData.Concentration(customers, value);
    }

    private static Setting setting(JobOptions options, Learned learned) {
        return new Setting(
                learned.asOf(),
                options.model().horizon(),
                options.model().discount(),
                options.model().margin(),
                learned.inMoney(),
                learned.scores().scorer().interval().orElse(0),
                learned.model().purchases().fit().map(FitReport::logLikelihood).orElse(0.0),
                learned.model().purchases().scale().name().toLowerCase(Locale.ROOT));
    }

    private static List<TopCustomer> top(CustomerScores scores, JobOptions.Output output) {
        CustomerSummaries customers = scores.customers();
        List<TopCustomer> top = new ArrayList<>();
        for (int i : scores.top(output.top())) {
            Interval interval = scores.interval(i).orElseThrow();
            double silent = customers.age(i) - customers.recency(i);
            top.add(new TopCustomer(
                    top.size() + 1,
                    output.readers().shown(customers.id(i)),
                    customers.frequency(i),
                    Horizon.of(silent, customers.scale()).in(TimeScale.WEEK),
                    scores.probabilityAlive(i),
                    scores.expectedTransactions(i),
                    scores.expectedSpend(i),
                    scores.value(i),
                    interval.lower(),
                    interval.upper()));
        }
        return top;
    }

    private static List<Parameter> parameters(LtvModel... models) {
        List<Parameter> parameters = new ArrayList<>();
        for (LtvModel model : models) {
            model.fit().ifPresent(fit -> fit.parameters().forEach(p -> parameters.add(parameter(model.kind(), p))));
        }
        return parameters;
    }

    private static Parameter parameter(String kind, ParameterEstimate estimate) {
        Optional<Interval> interval = estimate.interval95();
        return new Parameter(
                kind,
                estimate.name(),
                estimate.value(),
                estimate.standardError(),
                interval.map(i -> OptionalDouble.of(i.lower())).orElseGet(OptionalDouble::empty),
                interval.map(i -> OptionalDouble.of(i.upper())).orElseGet(OptionalDouble::empty));
    }
}
