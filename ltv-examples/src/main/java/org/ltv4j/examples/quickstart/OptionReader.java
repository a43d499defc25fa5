package org.ltv4j.examples.quickstart;

import static org.ltv4j.examples.quickstart.OptionValues.bad;
import static org.ltv4j.examples.quickstart.OptionValues.text;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.SpendBasis;

/** Checks the options and fills in the defaults. */
final class OptionReader {
    static final String DEFAULT_REFUNDS = "match-then-net";
    static final List<String> REFUND_RULES = List.of(DEFAULT_REFUNDS, "net", "drop", "keep", "fail");

    private static final List<String> KEEP_OR_DROP = List.of("keep", "drop");
    private static final List<String> SPEND_ON = List.of("repeat", "all");

    /** Stands for a query, which may hold a name or a phone in any corner, comments included. */
    private static final String HIDDEN_QUERY = "stated; shown to --role officer only";

    private final CommandOptions given;
    private final Map<String, String> asUsed = new LinkedHashMap<>();

    private OptionReader(CommandOptions given) {
        this.given = given;
    }

    /**
     * Checks the options.
     *
     * @param given as they stand on the command line
     * @param today the day of the run, used where none is stated
     * @return the job to do
     * @throws UsageException at the first mistake
     */
    static JobOptions read(CommandOptions given, LocalDate today) {
        OptionReader reader = new OptionReader(given);
        JobOptions.Input input = reader.input();
        JobOptions.Cleaning cleaning = reader.cleaning(today);
        JobOptions.Model model = reader.model();
        Optional<JobOptions.Comparing> comparing = reader.comparing();
        JobOptions.Output output = reader.output();
        if (!output.readers().seeEverything()) {
            reader.asUsed.computeIfPresent("query", (name, sql) -> HIDDEN_QUERY);
        }
        return new JobOptions(input, cleaning, model, comparing, output, reader.asUsed);
    }

    private JobOptions.Input input() {
        Optional<Path> file = text("--input", given.input).map(name -> OptionValues.path("--input", name));
        asUsed.put("input", file.map(Path::getFileName).map(Path::toString).orElse("the bundled sample"));
        JobOptions.ColumnNames columns = file.isPresent() ? columns() : sampleColumns();
        return new JobOptions.Input(
                file,
                columns,
                place(file.isPresent()),
                text("--charset", given.charset).map(v -> OptionValues.charset("--charset", used("charset", v))),
                notEmpty("--delimiter", given.delimiter)
                        .map(v -> OptionValues.delimiter("--delimiter", used("delimiter", v))),
                text("--decimal", given.decimal).map(v -> OptionValues.decimal("--decimal", used("decimal", v))),
                text("--date-format", given.dateFormat)
                        .map(v -> OptionValues.dateFormat("--date-format", used("date-format", v))),
                text("--zone", given.zone).map(v -> OptionValues.zone("--zone", used("zone", v))));
    }

    private JobOptions.Place place(boolean file) {
        List<Map.Entry<String, @Nullable String>> given = new ArrayList<>();
        given.add(entry("--sheet", this.given.sheet));
        given.add(entry("--all-sheets", this.given.allSheets ? "true" : null));
        given.add(entry("--table", this.given.table));
        given.add(entry("--query", this.given.query));
        List<String> names = given.stream()
                .filter(option -> option.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (names.size() > 1) {
            throw new UsageException(String.join(" and ", names) + " contradict each other: give one of them");
        }
        if (!names.isEmpty() && !file) {
            throw new UsageException(names.get(0) + " speaks of a file: name the file with --input");
        }
        if (this.given.allSheets) {
            used("all-sheets", "true");
        }
        return new JobOptions.Place(
                column("--sheet", this.given.sheet),
                this.given.allSheets,
                column("--table", this.given.table),
                query());
    }

    /** The query, which no message shows. */
    private Optional<String> query() {
        String sql = given.query;
        if (sql != null && sql.isBlank()) {
            throw new UsageException("--query must not be empty");
        }
        if (sql != null && sql.startsWith("--")) {
            throw new UsageException("--query needs a select statement, got the next option or a comment");
        }
        return Optional.ofNullable(sql).map(v -> used("query", v));
    }

    private static Map.Entry<String, @Nullable String> entry(String option, @Nullable String value) {
        return new AbstractMap.SimpleEntry<>(option, value);
    }

    /** A delimiter may be a blank, so only the empty text is refused. */
    private static Optional<String> notEmpty(String option, @Nullable String value) {
        if (value != null && value.isEmpty()) {
            throw bad(option, value, "must not be empty");
        }
        return Optional.ofNullable(value);
    }

    private JobOptions.ColumnNames columns() {
        String customer = needed("--customer", given.customer, "the column of the customer's id");
        String date = needed("--date", given.date, "the column of the day of the sale");
        Optional<String> amount = column("--amount", given.amount);
        Optional<String> quantity = column("--quantity", given.quantity);
        Optional<String> unitPrice = column("--unit-price", given.unitPrice);
        JobOptions.ColumnNames columns = new JobOptions.ColumnNames(
                customer,
                date,
                amount,
                quantity,
                unitPrice,
                column("--order", given.order),
                column("--line", given.line),
                column("--product", given.product),
                column("--channel", given.channel),
                column("--currency", given.currency));
        if (given.noAmounts && columns.haveAmounts()) {
            throw new UsageException("--no-amounts contradicts the columns of amounts: leave one of them out");
        }
        if (given.noAmounts) {
            used("no-amounts", "true");
        } else if (!columns.haveAmounts()) {
            throw new UsageException("--amount is missing: name the column of what was paid, or both --quantity and"
                    + " --unit-price, or state --no-amounts");
        }
        return columns;
    }

    private String needed(String option, @Nullable String value, String what) {
        return column(option, value)
                .orElseThrow(() -> new UsageException(option + " is missing: name " + what + " of the file"));
    }

    private Optional<String> column(String option, @Nullable String value) {
        return text(option, value).map(v -> used(option.substring(2), v));
    }

    private JobOptions.ColumnNames sampleColumns() {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("--customer", given.customer);
        columns.put("--date", given.date);
        columns.put("--amount", given.amount);
        columns.put("--quantity", given.quantity);
        columns.put("--unit-price", given.unitPrice);
        columns.put("--order", given.order);
        columns.put("--line", given.line);
        columns.put("--product", given.product);
        columns.put("--channel", given.channel);
        columns.put("--no-amounts", given.noAmounts ? "" : null);
        columns.put("--currency", given.currency);
        columns.forEach((option, value) -> {
            if (value != null) {
                throw new UsageException(option + " speaks of the columns of a file: name the file with --input");
            }
        });
        return SampleSales.COLUMNS;
    }

    private JobOptions.Cleaning cleaning(LocalDate today) {
        if (given.strict && given.skipBadRows) {
            throw new UsageException("--strict and --skip-bad-rows contradict each other: give one of them");
        }
        used("skip-bad-rows", String.valueOf(given.skipBadRows));
        used("strict", String.valueOf(given.strict));
        Optional<LocalDate> stated =
                text("--today", given.today).map(v -> OptionValues.date("--today", used("today", v)));
        return new JobOptions.Cleaning(
                choice("--refunds", given.refunds, REFUND_RULES),
                choice("--zeros", given.zeros, KEEP_OR_DROP).equals("drop"),
                choice("--duplicates", given.duplicates, KEEP_OR_DROP).equals("drop"),
                text("--keep-currency", given.keepCurrency)
                        .map(v -> OptionValues.currencyCode("--keep-currency", used("keep-currency", v))),
                stated.orElse(today),
                given.skipBadRows,
                given.strict);
    }

    private JobOptions.Model model() {
        Horizon horizon = OptionValues.horizon("--horizon", or(given.horizon, "52w"));
        double discount = OptionValues.number(
                "--discount",
                or(given.discount, "0.10"),
                0,
                true,
                Math.nextDown(1.0),
                "is a rate a year, from 0 to below 1: 0.10 for 10%");
        double margin = OptionValues.number(
                "--margin",
                or(given.margin, "1"),
                0,
                false,
                1,
                "is a share of revenue above 0, at most 1: 0.3 for 30%");
        String spendOn = choice("--spend-on", given.spendOn, SPEND_ON);
        used("horizon", horizon.toString());
        used("discount", String.valueOf(discount));
        used("margin", String.valueOf(margin));
        return new JobOptions.Model(
                text("--calibration-end", given.calibrationEnd)
                        .map(v -> OptionValues.date("--calibration-end", used("calibration-end", v))),
                horizon,
                discount,
                margin,
                spendOn.equals("all") ? SpendBasis.ALL_PURCHASES : SpendBasis.REPEAT_PURCHASES,
                OptionValues.whole("--threads", or(given.threads, "1"), 1, 256));
    }

    private Optional<JobOptions.Comparing> comparing() {
        Optional<Horizon> horizon = text("--compare-horizon", given.compareHorizon)
                .map(v -> OptionValues.horizon("--compare-horizon", used("compare-horizon", v)));
        if (horizon.isPresent() && horizon.get().in(TimeScale.DAY) < 1) {
            throw bad("--compare-horizon", horizon.get().toString(), "must be a day or more");
        }
        int resamples = OptionValues.whole("--compare-resamples", or(given.compareResamples, "1000"), 100, 100_000);
        if (!given.compareModels) {
            if (horizon.isPresent()) {
                throw new UsageException("--compare-horizon needs --compare-models");
            }
            return Optional.empty();
        }
        used("compare-models", "true");
        return Optional.of(new JobOptions.Comparing(horizon, resamples));
    }

    private JobOptions.Output output() {
        int top = OptionValues.whole("--top", or(given.top, "20"), 1, 1000);
        used("top", String.valueOf(top));
        String folder = text("--output", given.output).orElse("ltv-output");
        String role = choice("--role", given.role, Readers.ROLES);
        Optional<Path> key = text("--key-file", given.keyFile).map(name -> OptionValues.path("--key-file", name));
        return new JobOptions.Output(OptionValues.path("--output", folder), top, given.quiet, Readers.of(role, key));
    }

    private String choice(String option, @Nullable String value, List<String> allowed) {
        return used(option.substring(2), OptionValues.oneOf(option, or(value, allowed.get(0)), allowed));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private String used(String name, String value) {
        asUsed.put(name, value);
        return value;
    }
}
