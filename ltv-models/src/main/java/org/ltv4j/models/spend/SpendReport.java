package org.ltv4j.models.spend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.ModelComparison;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.Provenance;

/** Writes the report of a fit of spend: estimates with their errors, simpler models, and what a user must know in words. */
final class SpendReport {
    private static final double Z95 = 1.959963984540054;
    /** Log-likelihood units that a parameter more must bring to be significant at 5 %. */
    private static final double SIGNIFICANT = 1.92;

    private static final double NOTABLE_CORRELATION = 0.1;
    private static final int FEW = 30;

    private final SpendData spend;
    private final double correlation;
    private final Provenance provenance;
    private final List<String> findings = new ArrayList<>();

    SpendReport(CustomerSummaries data, GammaGamma.Options options, SpendData spend) {
        this.spend = spend;
        this.correlation = spend.correlation();
        Map<String, String> facts = new TreeMap<>(data.provenance());
        facts.put("customers", Integer.toString(data.size()));
        facts.put("fittedCustomers", Integer.toString(spend.customers()));
        facts.put("withoutPurchases", Integer.toString(spend.withoutPurchases()));
        facts.put("withoutPositiveSpend", Integer.toString(spend.notPositive()));
        facts.put("correlationOfFrequencyAndSpend", String.format(Locale.ROOT, "%.6f", correlation));
        facts.put("currency", data.currency());
        facts.put("end", data.end().map(LocalDate::toString).orElse(""));
        facts.put("fingerprint", spend.fingerprint());
        this.provenance = Provenance.of(facts, Map.of("basis", options.basis().name()));
    }

    FitReport oneAmount(double amount) {
        describeData();
        findings.add("All " + spend.customers() + " customers have the same mean spend, " + text(amount)
                + ": that is expected of everybody, and how spend varies cannot be learnt; the log-likelihood is 0, that of"
                + " certainty.");
        return new FitReport(
                0,
                spend.customers(),
                spend.rows(),
                List.of(new ParameterEstimate("amount", amount, OptionalDouble.empty(), Optional.empty())),
                Optional.empty(),
                Optional.of("one amount: p, q and gamma to infinity"),
                List.of(),
                findings,
                0,
                0,
                provenance);
    }

    FitReport of(SpendFits fits, SpendFits.Fit fit, SpendFits.Fit free, SpendFits.Fit alike, SpendFits.Fit steady) {
        boolean held = !fit.equals(free);
        Optional<String> edge = edge(fit, held);
        describeData();
        describeFit(fit, free, alike, steady);
        Optional<double[][]> logCovariance = held ? Optional.empty() : fits.logCovariance(fit);
        if (!held && logCovariance.isEmpty()) {
            findings.add("The parameters have no standard errors: the likelihood is too flat around its maximum.");
        }
        double best = Math.max(fit.logLikelihood(), free.logLikelihood());
        List<String> names = names(fit);
        double[] values = values(fit);
        List<ParameterEstimate> estimates = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            estimates.add(estimate(names.get(i), values[i], logCovariance, i));
        }
        return new FitReport(
                fit.logLikelihood(),
                spend.customers(),
                spend.rows(),
                estimates,
                logCovariance.map(c -> natural(c, values)),
                edge,
                List.of(
                        comparison("all customers alike, purchases gamma", alike, best),
                        comparison("every customer always the same, customers inverse gamma", steady, best)),
                findings,
                fits.evaluations(),
                fit.gradientNorm(),
                provenance);
    }

    private static Optional<String> edge(SpendFits.Fit fit, boolean held) {
        String heldMean = held ? ", mean of the population held at the observed one" : "";
        if (Double.isInfinite(fit.q())) {
            return Optional.of("customers alike: q and gamma to infinity");
        }
        if (Double.isInfinite(fit.p())) {
            return Optional.of("every customer steady: p to infinity" + heldMean);
        }
        return held ? Optional.of(heldMean.substring(2)) : Optional.empty();
    }

    private void describeData() {
        int n = spend.customers();
        if (spend.notPositive() > 0) {
            findings.add(spend.notPositive() + " customers are left out since they spent 0 or less on average"
                    + " (refunds or free goods); a mean of 0 is counted for them when they are scored.");
        }
        if (n < FEW) {
            findings.add((n == 1 ? "There is only 1 customer" : "There are only " + n + " customers")
                    + " with such purchases: all estimates are rough.");
        }
        double z = Math.abs(correlation) * Math.sqrt(n);
        if (Math.abs(correlation) >= NOTABLE_CORRELATION && z > 2.576) {
            findings.add("Frequency and mean spend are correlated (" + text(correlation) + " over " + n
                    + " customers), which the model assumes they are not: the value of frequent customers is "
                    + (correlation > 0 ? "under" : "over") + "stated somewhat.");
        }
    }

    private void describeFit(SpendFits.Fit fit, SpendFits.Fit free, SpendFits.Fit alike, SpendFits.Fit steady) {
        if (Double.isInfinite(fit.q())) {
            findings.add("Customers do not differ in what they spend per purchase beyond chance: " + text(fit.mu())
                    + " is expected of everybody, and q and gamma are not identified.");
        } else if (Double.isInfinite(fit.p())) {
            findings.add("The purchases of one customer do not vary as far as the data tell: each is expected to go on"
                    + " spending its own mean, and p is not identified. Intervals of its future totals hold no chance in the"
                    + " amounts, only in the number of purchases.");
        } else if (free.logLikelihood() - alike.logLikelihood() < SIGNIFICANT) {
            findings.add("Customers may all be alike: that simpler model is as likely ("
                    + text(free.logLikelihood() - alike.logLikelihood()) + " log-likelihood units apart).");
        } else if (free.logLikelihood() - steady.logLikelihood() < SIGNIFICANT) {
            findings.add("A customer may always spend the same: that simpler model is as likely ("
                    + text(free.logLikelihood() - steady.logLikelihood()) + " log-likelihood units apart).");
        }
        if (!fit.equals(free)) {
            String mean = free.q() > 1 ? text(free.populationMean()) : "infinite";
            findings.add("Spend has a very heavy tail: the likeliest q is " + text(free.q())
                    + ", where the mean of the population would be " + mean + ", above that of the largest customer ("
                    + text(spend.largest()) + "). It is held at the observed mean, " + text(fit.populationMean())
                    + ", which costs " + text(free.logLikelihood() - fit.logLikelihood())
                    + " log-likelihood units; the expected spend of customers without evidence rests on the largest"
                    + " customers, and the parameters have no standard errors.");
        }
    }

    private static List<String> names(SpendFits.Fit fit) {
        if (Double.isInfinite(fit.q())) {
            return List.of("p", "mean");
        }
        return Double.isInfinite(fit.p()) ? List.of("q", "scale") : List.of("p", "q", "gamma");
    }

    private static double[] values(SpendFits.Fit fit) {
        if (Double.isInfinite(fit.q())) {
            return new double[] {fit.p(), fit.mu()};
        }
        return Double.isInfinite(fit.p())
                ? new double[] {fit.q(), fit.q() * fit.mu()}
                : new double[] {fit.p(), fit.q(), fit.gamma()};
    }

    private static ParameterEstimate estimate(
            String name, double value, Optional<double[][]> logCovariance, int index) {
        if (logCovariance.isEmpty()) {
            return new ParameterEstimate(name, value, OptionalDouble.empty(), Optional.empty());
        }
        double error = Math.sqrt(logCovariance.get()[index][index]);
        double factor = Math.exp(Z95 * error);
        return new ParameterEstimate(
                name,
                value,
                OptionalDouble.of(value * error),
                Optional.of(new Interval(value / factor, value * factor)));
    }

    private static List<List<Double>> natural(double[][] logCovariance, double[] values) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < values.length; j++) {
                row.add(logCovariance[i][j] * values[i] * values[j]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static ModelComparison comparison(String name, SpendFits.Fit fit, double best) {
        return new ModelComparison(name, 2, fit.logLikelihood(), Math.max(0, best - fit.logLikelihood()));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
