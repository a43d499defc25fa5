package org.ltv4j.examples.quickstart;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options as they stand on the command line: text, not yet checked. {@link OptionReader} checks them. */
@Command(
        name = "ltv",
        sortOptions = false,
        sortSynopsis = false,
        abbreviateSynopsis = true,
        usageHelpWidth = 100,
        usageHelpAutoWidth = false,
        header = "From a sales file to scored customers and a report.",
        description = {
            "%nReads sales (CSV or the like, Excel, JSON, SQLite; gzip too), cleans them, fits BG/NBD and Gamma-Gamma, checks them on the last part of the"
                    + " sales and writes scores.csv, model.json, summary.json and report.html.",
            "Without --input it does so with a bundled sample of a small cafe.%n"
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0    all outputs were written",
            "  1    a defect of this program",
            "  2    wrong usage: an option is unknown, missing, given twice or has a bad value",
            "  3    the input cannot be used, or nothing can be learnt from it",
            "  4    the outputs cannot be written; those that stood there before are as they were",
            "  130  interrupted (143 where terminated); nothing was written",
            "",
            "Example:",
            "  java -jar ltv-quickstart.jar --input sales.csv --customer customer_id --date date --amount total"
        })
final class CommandOptions {
    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "File of sales; told by its content: text, workbook, JSON or database.")
    @Nullable
    String input;

    @Option(names = "--customer", paramLabel = "COL", description = "Column of the customer's id.")
    @Nullable
    String customer;

    @Option(names = "--date", paramLabel = "COL", description = "Column of the day or moment of the sale.")
    @Nullable
    String date;

    @Option(
            names = "--amount",
            paramLabel = "COL",
            description = "Column of what was paid. May be left out where --quantity and --unit-price are given.")
    @Nullable
    String amount;

    @Option(names = "--no-amounts", description = "The file does not say what was paid: value is counted in purchases.")
    boolean noAmounts;

    @Option(names = "--quantity", paramLabel = "COL", description = "Column of the number of pieces.")
    @Nullable
    String quantity;

    @Option(names = "--unit-price", paramLabel = "COL", description = "Column of the price of one piece.")
    @Nullable
    String unitPrice;

    @Option(
            names = "--order",
            paramLabel = "COL",
            description = "Column of the order or receipt; helps to match refunds.")
    @Nullable
    String order;

    @Option(names = "--line", paramLabel = "COL", description = "Column of the line within an order.")
    @Nullable
    String line;

    @Option(names = "--channel", paramLabel = "COL", description = "Column of the shop or channel.")
    @Nullable
    String channel;

    @Option(names = "--product", paramLabel = "COL", description = "Column of the product; helps to match refunds.")
    @Nullable
    String product;

    @Option(names = "--currency", paramLabel = "COL", description = "Column of the currency code.")
    @Nullable
    String currency;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet of a workbook; needed where several fit.")
    @Nullable
    String sheet;

    @Option(names = "--all-sheets", description = "Join all sheets of a workbook that have the columns.")
    boolean allSheets;

    @Option(names = "--table", paramLabel = "NAME", description = "Table of a database; needed where several fit.")
    @Nullable
    String table;

    @Option(names = "--query", paramLabel = "SQL", description = "Query to read from a database.")
    @Nullable
    String query;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "Such as UTF-8, GB18030, windows-1252. Default: detected.")
    @Nullable
    String charset;

    @Option(names = "--delimiter", paramLabel = "C", description = "One character, or tab. Default: detected.")
    @Nullable
    String delimiter;

    @Option(
            names = "--decimal",
            paramLabel = "C",
            description = "Decimal separator of numbers: . or , (default: detected).")
    @Nullable
    String decimal;

    @Option(
            names = "--date-format",
            paramLabel = "F",
            description = "Such as dd/MM/yyyy, epoch-seconds. Default: detected.")
    @Nullable
    String dateFormat;

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description = "Time zone of the shop, such as Europe/Berlin (default: as written).")
    @Nullable
    String zone;

    @Option(
            names = "--refunds",
            paramLabel = "RULE",
            description =
                    "How refunds and cancellations are treated: match-then-net (default), net, drop, keep or fail.")
    @Nullable
    String refunds;

    @Option(
            names = "--zeros",
            paramLabel = "RULE",
            description = "Amounts of 0: keep (a visit without spend, default) or drop.")
    @Nullable
    String zeros;

    @Option(
            names = "--duplicates",
            paramLabel = "RULE",
            description = "Exact duplicates of a row: keep (default) or drop.")
    @Nullable
    String duplicates;

    @Option(names = "--keep-currency", paramLabel = "CODE", description = "Use the rows of this currency only.")
    @Nullable
    String keepCurrency;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "Sales after this day are left out (default: the day of the run).")
    @Nullable
    String today;

    @Option(names = "--skip-bad-rows", description = "Leave out and count rows whose values cannot be read.")
    boolean skipBadRows;

    @Option(
            names = "--strict",
            description = "Rows without customer or amount, and sales in the future, are errors too.")
    boolean strict;

    @Option(
            names = "--calibration-end",
            paramLabel = "DATE",
            description = "Fit on the sales until this day (2023-09-30), score as of it, compare with the rest."
                    + " Default: fit on all, compare a fit on the first two thirds.")
    @Nullable
    String calibrationEnd;

    @Option(
            names = "--horizon",
            paramLabel = "LENGTH",
            description = "How far values reach: 90d, 39w, 12m, 1y (default: 52w).")
    @Nullable
    String horizon;

    @Option(names = "--discount", paramLabel = "RATE", description = "Discount rate a year (default: 0.10).")
    @Nullable
    String discount;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            description = "Share of revenue that is value (default: 1, revenue itself).")
    @Nullable
    String margin;

    @Option(
            names = "--spend-on",
            paramLabel = "BASIS",
            description = "Spend is learnt from repeat purchases (default) or all.")
    @Nullable
    String spendOn;

    @Option(
            names = "--compare-models",
            description =
                    "Also compare models of other kinds, such as boosted trees, on past dates of these sales; takes a"
                            + " minute or more.")
    boolean compareModels;

    @Option(
            names = "--compare-horizon",
            paramLabel = "LENGTH",
            description =
                    "How far those models look ahead. Default: the longest of 90d, 60d, 30d within a third of the sales.")
    @Nullable
    String compareHorizon;

    @Option(names = "--compare-resamples", paramLabel = "N", hidden = true, description = "Resamples behind intervals.")
    @Nullable
    String compareResamples;

    @Option(names = "--top", paramLabel = "N", description = "Customers in the table of the report (default: 20).")
    @Nullable
    String top;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for scoring; results do not depend on it (default: 1).")
    @Nullable
    String threads;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder of the outputs, made if absent (default: ltv-output).")
    @Nullable
    String output;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Who reads the outputs: officer (ids as they are, default), marketing (ids masked) or analyst"
                    + " (pseudonyms; needs --key-file).")
    @Nullable
    String role;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File with the key of pseudonyms: 32 or more random bytes in Base64.")
    @Nullable
    String keyFile;

    @Option(names = "--quiet", description = "Print errors only.")
    boolean quiet;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;
}
