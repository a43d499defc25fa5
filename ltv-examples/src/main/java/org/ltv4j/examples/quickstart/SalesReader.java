package org.ltv4j.examples.quickstart;

import java.time.LocalDate;
import java.util.Optional;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.DuplicateRule;
import org.ltv4j.core.clean.RefundRule;
import org.ltv4j.core.clean.ZeroRule;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.table.ByteSource;
import org.ltv4j.core.table.ColumnRole;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.CsvOptions;
import org.ltv4j.core.table.Ingest;
import org.ltv4j.core.table.Reason;
import org.ltv4j.core.table.RowPolicy;
import org.ltv4j.core.table.SalesFile;
import org.ltv4j.core.table.SourceOptions;

/** The first two steps of the job as the options want them: read, and the plan of cleaning. */
final class SalesReader {
    private SalesReader() {}

    static Ingest read(JobOptions options, ProgressListener listener) {
        JobOptions.Input input = options.input();
        SourceOptions how = placed(SourceOptions.of(csvOptions(input, options.cleaning())), input.place());
        Columns columns = columns(input.columns());
        input.file().flatMap(file -> SalesFile.unfit(file, how)).ifPresent(unfit -> {
            throw new UsageException(unfit);
        });
        return input.file().isPresent()
                ? SalesFile.read(input.file().get(), columns, how, listener)
                : SalesFile.read(SampleSales.source(), columns, how, listener);
    }

    private static SourceOptions placed(SourceOptions options, JobOptions.Place place) {
        if (place.sheet().isPresent()) {
            return options.withSheet(place.sheet().get());
        }
        if (place.table().isPresent()) {
            return options.withTable(place.table().get());
        }
        if (place.query().isPresent()) {
            return options.withQuery(place.query().get());
        }
        return place.allSheets() ? options.withAllSheets() : options;
    }

    private static Columns columns(JobOptions.ColumnNames names) {
        Columns columns = base(names);
        columns = with(columns, ColumnRole.QUANTITY, names.quantity());
        columns = with(columns, ColumnRole.UNIT_PRICE, names.unitPrice());
        columns = with(columns, ColumnRole.ORDER, names.order());
        columns = with(columns, ColumnRole.LINE, names.line());
        columns = with(columns, ColumnRole.PRODUCT, names.product());
        columns = with(columns, ColumnRole.CHANNEL, names.channel());
        return with(columns, ColumnRole.CURRENCY, names.currency());
    }

    private static Columns base(JobOptions.ColumnNames names) {
        if (names.amount().isPresent()) {
            return Columns.of(names.customer(), names.date(), names.amount().get());
        }
        if (names.quantity().isPresent() && names.unitPrice().isPresent()) {
            return Columns.ofQuantityAndPrice(
                    names.customer(),
                    names.date(),
                    names.quantity().get(),
                    names.unitPrice().get());
        }
        return Columns.ofTransactions(names.customer(), names.date());
    }

    private static Columns with(Columns columns, ColumnRole role, Optional<String> name) {
        return name.map(n -> columns.with(role, n)).orElse(columns);
    }

    private static CsvOptions csvOptions(JobOptions.Input input, JobOptions.Cleaning cleaning) {
        CsvOptions options =
                CsvOptions.defaults().withRowPolicy(cleaning.skipBadRows() ? RowPolicy.SKIP : RowPolicy.FAIL);
        if (!cleaning.strict()) {
            options = options.withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP)
                    .withRowPolicy(Reason.MISSING_AMOUNT, RowPolicy.SKIP);
        }
        if (input.charset().isPresent()) {
            options = options.withCharset(input.charset().get());
        }
        if (input.delimiter().isPresent()) {
            options = options.withDelimiter(input.delimiter().get());
        }
        if (input.decimal().isPresent()) {
            options = options.withDecimal(input.decimal().get());
        }
        if (input.dateFormat().isPresent()) {
            options = options.withDateFormat(input.dateFormat().get());
        }
        return input.zone().isPresent() ? options.withZone(input.zone().get()) : options;
    }

    /**
     * The plan of cleaning. The day of the run bears on it only where there are later sales, so that a file of the past
     * gives the same outputs on any day.
     */
    static CleaningPlan plan(JobOptions job, TransactionLog log) {
        JobOptions.Cleaning options = job.cleaning();
        CleaningPlan plan = CleaningPlan.defaults()
                .withRefunds(RefundRule.valueOf(constant(options.refunds())))
                .withDuplicates(options.dropDuplicates() ? DuplicateRule.DROP : DuplicateRule.KEEP)
                .withZeroAmounts(options.dropZeros() ? ZeroRule.DROP : ZeroRule.KEEP);
        if (options.keepCurrency().isPresent()) {
            plan = plan.keepCurrency(options.keepCurrency().get());
        }
        if (job.model().calibrationEnd().isPresent()) {
            plan = plan.withCalibrationEnd(job.model().calibrationEnd().get());
        }
        LocalDate today = options.today();
        return log.size() > 0 && log.lastDay().isAfter(today) ? plan.withFutureAfter(today) : plan;
    }

    /** The constant of an enumeration that an option's value names. */
    private static String constant(String value) {
        return value.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    /** What messages call the input. */
    static String name(JobOptions.Input input) {
        return input.file().map(file -> ByteSource.of(file).name()).orElse(SampleSales.NAME);
    }
}
