package org.ltv4j.examples.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.Horizon;

/**
 * Models of all kinds compared on past dates, as plain numbers and phrases. There is no customer in it.
 *
 * @param absent why nothing could be compared; empty where something was
 * @param refundsByDate whether refunds were settled anew for each date, with those known by then
 * @param outcomes what was foretold, one after another; empty where nothing could be compared
 */
public record SideBySide(Optional<Phrase> absent, boolean refundsByDate, List<Contest> outcomes) {
    /**
     * Copies the list.
     *
     * @param absent why nothing could be compared; empty where something was
     * @param refundsByDate whether refunds were settled anew for each date, with those known by then
     * @param outcomes what was foretold, one after another; empty where nothing could be compared
     */
    public SideBySide {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * All models on one outcome.
     *
     * @param outcome {@code spend}, {@code purchases} or {@code churn}
     * @param setting dates and resamples
     * @param columns the metrics
     * @param rows a model each, the best first; those that failed have no cells
     * @param failures what failed and why
     * @param conclusion what it comes to, in sentences
     * @param lift share of the total held by the customers with the highest predictions; empty where there is none
     * @param calibration predicted and actual mean by tenth of the predictions; empty where there is none
     * @param errors mean absolute error by share of customers, by rising prediction; empty where there is none
     * @param residuals how far off the best model is for each tenth; empty where there is none
     */
    public record Contest(
            String outcome,
            Setting setting,
            List<Column> columns,
            List<Row> rows,
            List<Failure> failures,
            List<Phrase> conclusion,
            List<Curve> lift,
            Optional<Calibration> calibration,
            List<Curve> errors,
            Optional<Residuals> residuals) {
        /**
         * Copies the lists.
         *
         * @param outcome {@code spend}, {@code purchases} or {@code churn}
         * @param setting dates and resamples
         * @param columns the metrics
         * @param rows a model each, the best first; those that failed have no cells
         * @param failures what failed and why
         * @param conclusion what it comes to, in sentences
         * @param lift share of the total held by the customers with the highest predictions; empty where there is none
         * @param calibration predicted and actual mean by tenth of the predictions; empty where there is none
         * @param errors mean absolute error by share of customers, by rising prediction; empty where there is none
         * @param residuals how far off the best model is for each tenth; empty where there is none
         */
        public Contest {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            failures = List.copyOf(failures);
            conclusion = List.copyOf(conclusion);
            lift = List.copyOf(lift);
            errors = List.copyOf(errors);
        }
    }

    /**
     * Where and how it was judged.
     *
     * @param horizon how far ahead
     * @param dates the past dates, at least one
     * @param resamples behind each interval
     * @param confidence of the intervals, 0.95 is 95 %
     */
    public record Setting(Horizon horizon, List<LocalDate> dates, int resamples, double confidence) {
        /**
         * Copies the list.
         *
         * @param horizon how far ahead
         * @param dates the past dates, at least one
         * @param resamples behind each interval
         * @param confidence of the intervals, 0.95 is 95 %
         */
        public Setting {
            dates = List.copyOf(dates);
        }
    }

    /**
     * A metric.
     *
     * @param name its name and meaning
     * @param best what is best
     * @param percent whether values are shares
     */
    public record Column(Phrase name, ReportData.Best best, boolean percent) {}

    /**
     * A model.
     *
     * @param model its name
     * @param dates on how many dates it predicted
     * @param cells one per metric; empty where the metric does not exist
     */
    public record Row(Phrase model, int dates, List<Optional<Cell>> cells) {
        /**
         * Copies the list.
         *
         * @param model its name
         * @param dates on how many dates it predicted
         * @param cells one per metric; empty where the metric does not exist
         */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * How a model did by a metric.
     *
     * @param value the metric
     * @param interval its lower and upper end; empty where there is none
     * @param standing beside the best
     */
    public record Cell(double value, List<Double> interval, Standing standing) {
        /**
         * Copies the list.
         *
         * @param value the metric
         * @param interval its lower and upper end; empty where there is none
         * @param standing beside the best
         */
        public Cell {
            interval = List.copyOf(interval);
        }
    }

    /** How a model stands beside the best one. */
    public enum Standing {
        /** It is the best, or equal to it. */
        BEST,
        /** It is behind by no more than chance would bring about. */
        WITHIN_CHANCE,
        /** It is behind by more than chance, or nothing can be told. */
        OTHER
    }

    /**
     * A model that failed.
     *
     * @param model its name
     * @param dates on which
     * @param reason why
     */
    public record Failure(Phrase model, List<LocalDate> dates, Phrase reason) {
        /**
         * Copies the list.
         *
         * @param model its name
         * @param dates on which
         * @param reason why
         */
        public Failure {
            dates = List.copyOf(dates);
        }
    }

    /**
     * A line of a chart.
     *
     * @param name what it shows
     * @param style its CSS class
     * @param x rising values, at least two
     * @param y as many values
     */
    public record Curve(Phrase name, String style, List<Double> x, List<Double> y) {
        /**
         * Copies the lists.
         *
         * @param name what it shows
         * @param style its CSS class
         * @param x rising values, at least two
         * @param y as many values
         */
        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }

    /**
     * Whether a model's predictions are right on average, by tenth of them.
     *
     * @param model its name
     * @param predicted means, the lowest predictions first
     * @param actual means of what happened, as many
     */
    public record Calibration(Phrase model, List<Double> predicted, List<Double> actual) {
        /**
         * Copies the lists.
         *
         * @param model its name
         * @param predicted means, the lowest predictions first
         * @param actual means of what happened, as many
         */
        public Calibration {
            predicted = List.copyOf(predicted);
            actual = List.copyOf(actual);
        }
    }

    /**
     * How far off a model's predictions are: what happened minus what was predicted.
     *
     * @param model its name
     * @param groups customers by rising prediction, at least one group
     */
    public record Residuals(Phrase model, List<Spread> groups) {
        /**
         * Copies the list.
         *
         * @param model its name
         * @param groups customers by rising prediction, at least one group
         */
        public Residuals {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The residuals of a group of customers.
     *
     * @param upTo share of all customers up to the end of this group, in (0, 1]
     * @param quantiles at 5, 25, 50, 75 and 95 %
     */
    public record Spread(double upTo, List<Double> quantiles) {
        /**
         * Copies the list.
         *
         * @param upTo share of all customers up to the end of this group, in (0, 1]
         * @param quantiles at 5, 25, 50, 75 and 95 %
         */
        public Spread {
            quantiles = List.copyOf(quantiles);
        }
    }
}
