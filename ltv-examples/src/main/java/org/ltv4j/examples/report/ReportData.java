package org.ltv4j.examples.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.data.Horizon;

/**
 * All that the report shows, as plain numbers and phrases.
 *
 * @param source what was read
 * @param reading how it was read, one phrase per fact
 * @param cleaning what was done with rows, one line per rule
 * @param profile the columns before and after cleaning
 * @param failure why nothing could be learnt; empty where there is a result
 * @param result the scored customers and the model; empty where nothing could be learnt
 * @param sideBySide models of all kinds compared; empty where that was not asked for
 * @param together what customers buy together; empty where the sales do not tell
 * @param version version of this library
 */
public record ReportData(
        Source source,
        List<Phrase> reading,
        List<CleaningLine> cleaning,
        List<ColumnLine> profile,
        Optional<Phrase> failure,
        Optional<Result> result,
        Optional<SideBySide> sideBySide,
        Optional<Together> together,
        String version) {
    /**
     * Copies the lists.
     *
     * @param source what was read
     * @param reading how it was read, one phrase per fact
     * @param cleaning what was done with rows, one line per rule
     * @param profile the columns before and after cleaning
     * @param failure why nothing could be learnt; empty where there is a result
     * @param result the scored customers and the model; empty where nothing could be learnt
     * @param sideBySide models of all kinds compared; empty where that was not asked for
     * @param together what customers buy together; empty where the sales do not tell
     * @param version version of this library
     */
    public ReportData {
        reading = List.copyOf(reading);
        cleaning = List.copyOf(cleaning);
        profile = List.copyOf(profile);
    }

    /**
     * What was read.
     *
     * @param name name of the file
     * @param sample whether it is the bundled sample
     * @param rowsRead rows of the file
     * @param rowsUsed rows left after cleaning
     * @param customers customers left after cleaning
     * @param period first and last day of the sales; empty where no row was left
     * @param currency code, empty where not known
     */
    public record Source(
            String name,
            boolean sample,
            long rowsRead,
            long rowsUsed,
            long customers,
            Optional<Period> period,
            String currency) {}

    /**
     * A span of days.
     *
     * @param first first day
     * @param last last day
     */
    public record Period(LocalDate first, LocalDate last) {}

    /**
     * A rule of the cleaning and how many rows it met.
     *
     * @param rule the rule in words
     * @param rows rows that it met
     */
    public record CleaningLine(Phrase rule, long rows) {}

    /**
     * A column before and after cleaning.
     *
     * @param column what it means
     * @param before its values before
     * @param after its values after
     * @param bins its histogram
     */
    public record ColumnLine(Phrase column, ColumnFacts before, ColumnFacts after, List<Bin> bins) {
        /**
         * Copies the list.
         *
         * @param column what it means
         * @param before its values before
         * @param after its values after
         * @param bins its histogram
         */
        public ColumnLine {
            bins = List.copyOf(bins);
        }
    }

    /**
     * The values of a column in a few numbers.
     *
     * @param missing rows without a value
     * @param distinct different values
     * @param numbers lowest value, 5 % quantile, median, mean, 95 % quantile and highest value; empty where they are no numbers
     */
    public record ColumnFacts(long missing, long distinct, List<Double> numbers) {
        /**
         * Copies the list.
         *
         * @param missing rows without a value
         * @param distinct different values
         * @param numbers lowest value, 5 % quantile, median, mean, 95 % quantile and highest value; empty where they are no numbers
         */
        public ColumnFacts {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * A bin of a histogram.
     *
     * @param from its lower end
     * @param to its upper end
     * @param month true if it is a calendar month and both ends are days since 1970-01-01
     * @param before values in it before cleaning
     * @param after values in it after cleaning
     */
    public record Bin(double from, double to, boolean month, long before, long after) {}

    /**
     * What was learnt.
     *
     * @param setting what the values mean
     * @param totals sums over customers
     * @param concentration how the value is spread over customers
     * @param top the best customers
     * @param tracking repeat purchases week by week
     * @param check comparison with the holdout; empty where the data are too short for one
     * @param alive probability of being alive by history
     * @param parameters of the models
     * @param findings what the data do not tell
     */
    public record Result(
            Setting setting,
            Totals totals,
            Concentration concentration,
            List<TopCustomer> top,
            Optional<Tracking> tracking,
            Optional<Check> check,
            AliveMatrix alive,
            List<Parameter> parameters,
            List<Phrase> findings) {
        /**
         * Copies the lists.
         *
         * @param setting what the values mean
         * @param totals sums over customers
         * @param concentration how the value is spread over customers
         * @param top the best customers
         * @param tracking repeat purchases week by week
         * @param check comparison with the holdout; empty where the data are too short for one
         * @param alive probability of being alive by history
         * @param parameters of the models
         * @param findings what the data do not tell
         */
        public Result {
            top = List.copyOf(top);
            parameters = List.copyOf(parameters);
            findings = List.copyOf(findings);
        }
    }

    /**
     * What the values mean.
     *
     * @param asOf last day known to the model; values are of the time after it
     * @param horizon how far the values reach
     * @param discount annual discount rate, 0.1 is 10 %
     * @param margin share of revenue that counts as value, 1 is revenue itself
     * @param inMoney whether values are amounts; else they are counted in purchases
     * @param level share of outcomes within the interval, 0.9 is 90 %
     * @param logLikelihood of the model of purchases
     * @param unit of the model's time, such as {@code week}
     */
    public record Setting(
            LocalDate asOf,
            Horizon horizon,
            double discount,
            double margin,
            boolean inMoney,
            double level,
            double logLikelihood,
            String unit) {}

    /**
     * Sums over customers.
     *
     * @param customers customers scored
     * @param repeatCustomers those who bought on at least two days
     * @param value sum of their values
     * @param purchases sum of their expected purchases
     * @param topCustomers how many customers are the best 20 %
     * @param topShare share of the value that those hold
     */
    public record Totals(
            long customers, long repeatCustomers, double value, double purchases, long topCustomers, double topShare) {}

    /**
     * How value is spread, customers in order of value, best first.
     *
     * @param customers shares of customers, rising from 0 to 1
     * @param value shares of value that those hold, rising from 0 to 1
     */
    public record Concentration(List<Double> customers, List<Double> value) {}

    /**
     * One of the best customers.
     *
     * @param rank from 1
     * @param id as it stands in the file
     * @param frequency repeat purchases
     * @param weeksSinceLast weeks from the last purchase to the end
     * @param probabilityAlive in [0, 1]
     * @param expectedTransactions in the horizon
     * @param expectedSpend per purchase
     * @param value over the horizon
     * @param lower lower end of the interval
     * @param upper upper end of the interval
     */
    public record TopCustomer(
            int rank,
            String id,
            int frequency,
            double weeksSinceLast,
            double probabilityAlive,
            double expectedTransactions,
            double expectedSpend,
            double value,
            double lower,
            double upper) {}

    /**
     * Repeat purchases of all customers together.
     *
     * @param weeks weeks since the first sale
     * @param actual repeat purchases up to then
     * @param expected what the model expects
     * @param cut week of the cut between calibration and holdout; empty where there is none
     */
    public record Tracking(List<Double> weeks, List<Double> actual, List<Double> expected, OptionalDouble cut) {}

    /**
     * Comparison with the holdout.
     *
     * @param calibrationEnd last day that the model saw
     * @param holdoutEnd last day of the holdout
     * @param stated whether the user chose the day
     * @param predicted purchases predicted
     * @param actual purchases made
     * @param groups by repeat purchases in the calibration
     * @param columns the models compared, ours first
     * @param purchases measures of the predicted purchases, one row each
     * @param spend measures of the predicted spend, one row each
     */
    public record Check(
            LocalDate calibrationEnd,
            LocalDate holdoutEnd,
            boolean stated,
            double predicted,
            double actual,
            List<Group> groups,
            List<Phrase> columns,
            List<Metric> purchases,
            List<Metric> spend) {
        /**
         * Copies the lists.
         *
         * @param calibrationEnd last day that the model saw
         * @param holdoutEnd last day of the holdout
         * @param stated whether the user chose the day
         * @param predicted purchases predicted
         * @param actual purchases made
         * @param groups by repeat purchases in the calibration
         * @param columns the models compared, ours first
         * @param purchases measures of the predicted purchases, one row each
         * @param spend measures of the predicted spend, one row each
         */
        public Check {
            groups = List.copyOf(groups);
            columns = List.copyOf(columns);
            purchases = List.copyOf(purchases);
            spend = List.copyOf(spend);
        }
    }

    /**
     * Customers with the same number of repeat purchases in the calibration.
     *
     * @param label the number, {@code 7+} for seven and more
     * @param customers how many they are
     * @param actual mean purchases in the holdout
     * @param predicted mean predicted purchases
     */
    public record Group(String label, long customers, double actual, double predicted) {}

    /**
     * A metric of the holdout.
     *
     * @param name its name and meaning
     * @param values one per column; empty where it does not exist
     * @param best what is best
     * @param percent whether values are shares
     */
    public record Metric(Phrase name, List<OptionalDouble> values, Best best, boolean percent) {}

    /** Which value of a metric is best. */
    public enum Best {
        /** The lowest. */
        LOWEST,
        /** The highest. */
        HIGHEST,
        /** The one nearest to zero. */
        NEAREST_TO_ZERO
    }

    /**
     * Probability of being alive by history.
     *
     * @param rows repeat purchases
     * @param columns weeks since the last purchase
     * @param values by row and column; NaN where no such history exists
     * @param oneTimeBuyersAlwaysAlive whether the model gives 1 for customers without repeat purchases
     */
    public record AliveMatrix(
            List<String> rows, List<String> columns, List<List<Double>> values, boolean oneTimeBuyersAlwaysAlive) {}

    /**
     * A parameter of a model.
     *
     * @param model key of the model's name, such as {@code bg-nbd}
     * @param name its letter
     * @param value its estimate
     * @param standardError empty where it does not exist
     * @param lower lower end of the 95 % interval; empty where it does not exist
     * @param upper upper end of the 95 % interval; empty where it does not exist
     */
    public record Parameter(
            String model,
            String name,
            double value,
            OptionalDouble standardError,
            OptionalDouble lower,
            OptionalDouble upper) {}
}
