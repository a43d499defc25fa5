package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;

/**
 * Looks after a model in use.
 *
 * <table>
 * <caption>What asks for what</caption>
 * <tr><th>finding</th><th>advice</th></tr>
 * <tr><td>the model knows nothing of the last {@code refitAfterDays} days</td><td>refit</td></tr>
 * <tr><td>what happened is off what was foretold: strongly, moderately, in a tenth only</td><td>refit, watch, watch</td></tr>
 * <tr><td>the horizon is not over, but the days that are were off what was foretold of them ({@link EarlyCalibration})</td>
 * <td>watch</td></tr>
 * <tr><td>the score has shifted: strongly, moderately</td><td>refit, watch</td></tr>
 * <tr><td>a feature has shifted, the score or not</td><td>watch</td></tr>
 * <tr><td>the score has shifted, however strongly, but what was foretold came true</td><td>watch</td></tr>
 * <tr><td>score or outcomes have shifted, and a feature that never was missing is missing now</td>
 * <td>watch: look at the data first</td></tr>
 * </table>
 *
 * <p>Outcomes outweigh drift: customers of a shop that wins no new ones grow older, their scores fall, and a model that foresaw it is
 * as good as it was. As long as outcomes are not known, a strong shift of the score asks for a fit.
 */
public final class Monitoring {
    private Monitoring() {}

    /**
     * Looks at a model by the usual thresholds.
     *
     * @param current the model in use
     * @param known the sales that are known now
     * @return drift, calibration and what to do
     * @throws InvalidDataException if the sales end before those that the model was fitted on, or lack what its features need
     */
    public static MonitoringReport check(ModelInUse current, KnownSales known) {
        return check(current, known, MonitoringOptions.defaults());
    }

    /**
     * Looks at a model. Costs its features and predictions on two dates.
     *
     * @param current the model in use
     * @param known the sales that are known now
     * @param options thresholds
     * @return drift, calibration and what to do
     * @throws InvalidDataException if the sales end before those that the model was fitted on, or lack what its features need
     */
    public static MonitoringReport check(ModelInUse current, KnownSales known, MonitoringOptions options) {
        requireLater(current, known);
        DriftReport drift = current.baseline()
                .compare(current.watched().from(known), current.model().predict(known), options.drift());
        Optional<CalibrationDrift> calibration = calibration(current, known, options);
        boolean gaps = drift.features().stream().anyMatch(ColumnDrift::isGap);
        List<RetrainReason> reasons = new ArrayList<>();
        reasons.add(age(current, known.asOf(), options));
        boolean cameTrue = calibration.isPresent() && calibration.get().level() == DriftLevel.NONE;
        drift(drift, gaps || cameTrue, reasons);
        reasons.add(calibration
                .map(ratios -> overall(ratios, gaps))
                .orElseGet(() -> new RetrainReason(
                        RetrainAction.KEEP,
                        ChronoUnit.DAYS.between(current.knownUntil(), known.asOf()),
                        current.model().outcome().days(),
                        "Calibration is not known yet: outcomes take "
                                + current.model().outcome().days() + " days, of which "
                                + ChronoUnit.DAYS.between(current.knownUntil(), known.asOf())
                                + " days are over, so that " + current.name()
                                + ", which knows sales until " + current.knownUntil() + ", can be judged from "
                                + current.judgedFrom() + " on.")));
        calibration.flatMap(Monitoring::worstTenth).ifPresent(reasons::add);
        Optional<EarlyCalibration> early = EarlyCalibration.of(current, known, options.calibration());
        early.ifPresent(look -> reasons.add(early(look, current)));
        return new MonitoringReport(drift, calibration, early, new RetrainAdvice(known.asOf(), reasons));
    }

    static void requireLater(ModelInUse current, KnownSales known) {
        if (known.asOf().isBefore(current.knownUntil())) {
            throw new InvalidDataException("sales are known until " + known.asOf() + ", but " + current.name()
                    + " was fitted on those until " + current.knownUntil() + ": a model is looked at on a later date");
        }
    }

    private static Optional<CalibrationDrift> calibration(
            ModelInUse current, KnownSales known, MonitoringOptions options) {
        if (known.asOf().isBefore(current.judgedFrom())) {
            return Optional.empty();
        }
        Outcome outcome = current.model().outcome();
        LocalDate cut = known.asOf().minusDays(outcome.days());
        KnownSales then = known.until(cut);
        return Optional.of(CalibrationDrift.of(
                current.model().predict(then), outcome.of(known, then.customers(), cut), options.calibration()));
    }

    private static RetrainReason age(ModelInUse current, LocalDate now, MonitoringOptions options) {
        long days = ChronoUnit.DAYS.between(current.knownUntil(), now);
        boolean old = days >= options.refitAfterDays();
        return new RetrainReason(
                old ? RetrainAction.REFIT : RetrainAction.KEEP,
                days,
                options.refitAfterDays(),
                current.name() + " knows sales until " + current.knownUntil() + ", " + days + " days before " + now
                        + "; from " + options.refitAfterDays() + " days on it is fitted anew in any case.");
    }

    private static void drift(DriftReport drift, boolean lookOnly, List<RetrainReason> reasons) {
        List<ColumnDrift> shifted = drift.shifted();
        reasons.add(column("The score", action(drift.score().level(), lookOnly), drift.score(), drift));
        for (ColumnDrift feature : shifted) {
            reasons.add(column("Feature " + feature.name(), RetrainAction.WATCH, feature, drift));
        }
        if (shifted.isEmpty()) {
            ColumnDrift most = drift.features().stream()
                    .reduce((a, b) -> b.psi() > a.psi() ? b : a)
                    .orElse(drift.score());
            reasons.add(new RetrainReason(
                    RetrainAction.KEEP,
                    most.psi(),
                    drift.options().moderate(),
                    String.format(
                            Locale.ROOT,
                            "No feature has shifted since %s: the largest stability index, of %s, is %.3f; a shift is %.2f"
                                    + " or more and beyond chance (%.3f is expected by chance).",
                            drift.then(),
                            most.name(),
                            most.psi(),
                            drift.options().moderate(),
                            most.expectedByChance())));
        }
    }

    /** A strong shift asks for a fit; but not on data that lost a column, and not where what was foretold came true all the same. */
    private static RetrainAction action(DriftLevel level, boolean lookOnly) {
        if (!level.isShift()) {
            return RetrainAction.KEEP;
        }
        return level == DriftLevel.STRONG && !lookOnly ? RetrainAction.REFIT : RetrainAction.WATCH;
    }

    private static RetrainReason column(String what, RetrainAction action, ColumnDrift column, DriftReport drift) {
        DriftOptions options = drift.options();
        double threshold = column.level() == DriftLevel.STRONG ? options.strong() : options.moderate();
        String verdict = switch (column.level()) {
            case NONE -> "has not shifted";
            case MODERATE -> "has shifted";
            case STRONG -> "has shifted strongly";
            case TOO_FEW_ROWS -> "cannot be judged by fewer than " + options.leastRows() + " customers";
        };
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s %s since %s: its stability index is %.3f; a shift is %.2f or more and beyond chance (%.3f is"
                        + " expected by chance).",
                what,
                verdict,
                drift.then(),
                column.psi(),
                threshold,
                column.expectedByChance()));
        if (column.level().isShift()) {
            DriftBin most = column.mostMoved();
            text.append(String.format(
                    Locale.ROOT,
                    " Most of it: '%s', %.1f %% of the customers then, %.1f %% now.",
                    most.label(),
                    100.0 * most.then() / column.rowsThen(),
                    100.0 * most.now() / column.rowsNow()));
        }
        if (column.isGap()) {
            text.append(" It never was missing: look at the source of the data before anything is fitted on its gaps.");
        }
        return new RetrainReason(action, column.psi(), threshold, text.toString());
    }

    private static RetrainReason overall(CalibrationDrift drift, boolean gaps) {
        DriftLevel level = drift.level();
        double threshold = level == DriftLevel.STRONG
                ? drift.options().strong()
                : drift.options().moderate();
        CalibrationRatio all = drift.overall();
        return new RetrainReason(
                action(level, gaps),
                all.ratio().orElse(0),
                threshold,
                cameTrue("Of what was foretold on " + drift.asOf(), drift, threshold));
    }

    /** What share came true and what that says. */
    private static String cameTrue(String what, CalibrationDrift drift, double threshold) {
        CalibrationRatio all = drift.overall();
        String outcome = " (" + drift.outcome() + ")";
        if (all.expected() == 0) {
            return what + ", which is 0 for all" + outcome + ", "
                    + (all.actual() == 0
                            ? "all came true: nothing happened."
                            : "nothing came true: something happened.");
        }
        String text = what + ", " + ratio(all) + " came true" + outcome + "; " + percent(threshold)
                + " more or less is a shift where it is beyond chance";
        if (drift.level() != DriftLevel.TOO_FEW_ROWS) {
            return text + ".";
        }
        return text + ", which cannot be told "
                + (all.customers() < drift.options().leastRows()
                        ? "of fewer than " + drift.options().leastRows() + " customers."
                        : "where less than 0 was foretold.");
    }

    private static RetrainReason early(EarlyCalibration look, ModelInUse current) {
        CalibrationDrift drift = look.drift();
        double threshold = look.level() == DriftLevel.STRONG
                ? drift.options().strong()
                : drift.options().moderate();
        return new RetrainReason(
                look.level().isShift() ? RetrainAction.WATCH : RetrainAction.KEEP,
                drift.overall().ratio().orElse(0),
                threshold,
                cameTrue(
                                "A first look at the " + look.elapsedDays() + " days that are over: of "
                                        + look.inWords(),
                                drift,
                                threshold)
                        + " It asks for no fit by itself; the whole is known on " + current.judgedFrom() + ".");
    }

    private static Optional<RetrainReason> worstTenth(CalibrationDrift drift) {
        int worst = -1;
        double furthest = 0;
        for (int i = 0; i < drift.tenths().size(); i++) {
            double distance = Math.abs(drift.tenths().get(i).ratio().orElse(1) - 1);
            if (drift.level(i).isShift() && distance > furthest) {
                worst = i;
                furthest = distance;
            }
        }
        if (worst < 0) {
            return Optional.empty();
        }
        CalibrationRatio group = drift.tenths().get(worst);
        double threshold = drift.options().moderate();
        return Optional.of(new RetrainReason(
                RetrainAction.WATCH,
                group.ratio().orElse(0),
                threshold,
                "Among groups by prediction, number " + (worst + 1) + " of "
                        + drift.tenths().size() + " from the lowest is furthest off: " + ratio(group)
                        + " came true; " + percent(threshold) + " more or less is a shift."));
    }

    private static String ratio(CalibrationRatio ratio) {
        String share = ratio.ratio().isPresent() ? percent(ratio.ratio().getAsDouble()) : "an unknown share";
        return ratio.interval()
                .map(ends -> share + " (interval " + percent(ends.lower()) + " to " + percent(ends.upper()) + ")")
                .orElse(share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
