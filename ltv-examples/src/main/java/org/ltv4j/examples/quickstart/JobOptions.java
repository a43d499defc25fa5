package org.ltv4j.examples.quickstart;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.model.SpendBasis;

/**
 * What the main job shall do: checked, with all defaults filled in.
 *
 * @param input what to read and how
 * @param cleaning what to do with rows
 * @param model what to fit and what a value means
 * @param comparing whether and how models of all kinds are compared; empty: not at all
 * @param output where to write, and how much
 * @param asUsed every option that bears on the results, by name, defaults included; goes into {@code summary.json}
 */
record JobOptions(
        Input input,
        Cleaning cleaning,
        Model model,
        Optional<Comparing> comparing,
        Output output,
        Map<String, String> asUsed) {
    JobOptions {
        asUsed = Collections.unmodifiableMap(new TreeMap<>(asUsed));
    }

    /**
     * What to read.
     *
     * @param file the file; empty for the bundled sample
     * @param columns names of its columns
     * @param place where in a workbook or database the sales stand
     * @param charset empty: to be detected
     * @param delimiter empty: to be detected
     * @param decimal decimal separator
     * @param dateFormat empty: to be detected
     * @param zone empty: dates are taken as they are written
     */
    record Input(
            Optional<Path> file,
            ColumnNames columns,
            Place place,
            Optional<Charset> charset,
            Optional<Character> delimiter,
            Optional<Character> decimal,
            Optional<String> dateFormat,
            Optional<ZoneId> zone) {}

    /**
     * Where in a file of several parts the sales stand.
     *
     * @param sheet sheet of a workbook; empty: the one that fits
     * @param allSheets whether all sheets that fit are joined
     * @param table table of a database; empty: the one that fits
     * @param query query to a database
     */
    record Place(Optional<String> sheet, boolean allSheets, Optional<String> table, Optional<String> query) {}

    /**
     * Names of columns in the file.
     *
     * @param customer the customer's id
     * @param date day or moment of the sale
     * @param amount what was paid; empty where it is quantity times unit price, or not known
     * @param quantity pieces
     * @param unitPrice price of a piece
     * @param order order or receipt
     * @param line line of an order
     * @param product product
     * @param channel shop or channel
     * @param currency currency code
     */
    record ColumnNames(
            String customer,
            String date,
            Optional<String> amount,
            Optional<String> quantity,
            Optional<String> unitPrice,
            Optional<String> order,
            Optional<String> line,
            Optional<String> product,
            Optional<String> channel,
            Optional<String> currency) {
        /** Whether the file says what was paid. */
        boolean haveAmounts() {
            return amount.isPresent() || (quantity.isPresent() && unitPrice.isPresent());
        }
    }

    /**
     * What to do with rows.
     *
     * @param refunds name of the rule for refunds
     * @param dropZeros whether amounts of 0 are left out
     * @param dropDuplicates whether exact duplicates are left out
     * @param keepCurrency the only currency to use
     * @param today sales after it are left out
     * @param skipBadRows whether rows that cannot be read are left out
     * @param strict whether any row that would be left out is an error
     */
    record Cleaning(
            String refunds,
            boolean dropZeros,
            boolean dropDuplicates,
            Optional<String> keepCurrency,
            LocalDate today,
            boolean skipBadRows,
            boolean strict) {}

    /**
     * What to fit and what a value means.
     *
     * @param calibrationEnd last day that the model sees; empty: all
     * @param horizon how far values reach
     * @param discount annual rate
     * @param margin share of revenue, above 0, at most 1
     * @param spendOn which purchases the model of spend learns from
     * @param threads for scoring
     */
    record Model(
            Optional<LocalDate> calibrationEnd,
            Horizon horizon,
            double discount,
            double margin,
            SpendBasis spendOn,
            int threads) {}

    /**
     * How models of all kinds are compared.
     *
     * @param horizon how far they look ahead; empty: as far as the sales allow
     * @param resamples of the customers, behind each interval
     */
    record Comparing(Optional<Horizon> horizon, int resamples) {}

    /**
     * Where to write.
     *
     * @param folder the folder
     * @param top customers in the table of the report
     * @param quiet print errors only
     * @param readers what those who read the outputs may see of customers
     */
    record Output(Path folder, int top, boolean quiet, Readers readers) {}
}
