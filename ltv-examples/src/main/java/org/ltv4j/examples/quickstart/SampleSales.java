package org.ltv4j.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.simulate.CafeSimulator;
import org.ltv4j.core.table.ByteSource;

/** The bundled sample: the sales of a small cafe, made by the simulator of this library and checked in as a CSV file. */
final class SampleSales {
    /** Name of the file. */
    static final String NAME = "sample-cafe.csv";

    /** Its columns. */
    static final JobOptions.ColumnNames COLUMNS = new JobOptions.ColumnNames(
            "customer",
            "date",
            Optional.of("amount"),
            Optional.of("quantity"),
            Optional.empty(),
            Optional.of("receipt"),
            Optional.empty(),
            Optional.of("product"),
            Optional.empty(),
            Optional.of("currency"));

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private SampleSales() {}

    /** The cafe that was simulated: 400 customers over a year and a half. */
    static CafeSimulator cafe() {
        return CafeSimulator.withDefaults().withCustomers(400).withPeriod(LocalDate.of(2024, 1, 1), 26, 78);
    }

    /** The checked-in file. */
    static ByteSource source() {
        return new ByteSource() {
            @Override
            public InputStream open() throws IOException {
                InputStream in = SampleSales.class.getResourceAsStream(NAME);
                if (in == null) {
                    throw new IOException("the sample is missing from the jar: build it again");
                }
                return in;
            }

            @Override
            public String name() {
                return NAME;
            }
        };
    }

    /** The file as the simulator makes it: in the order of time, as a till would write it. */
    static String csv() {
        TransactionLog log = cafe().simulate();
        StringBuilder csv = new StringBuilder("customer,date,receipt,product,quantity,amount,currency\n");
        IntStream.range(0, log.size())
                .boxed()
                .sorted((a, b) -> Long.compare(log.second(a), log.second(b)))
                .forEach(row -> append(csv, log, row));
        return csv.toString();
    }

    private static void append(StringBuilder csv, TransactionLog log, int row) {
        LocalDateTime time = log.time(row);
        csv.append(log.customers().id(log.customer(row))).append(',');
        csv.append(MINUTE.format(time)).append(',');
        csv.append(log.orders().id(log.order(row))).append(',');
        csv.append(log.products().id(log.product(row))).append(',');
        csv.append(Math.round(log.quantity(row))).append(',');
        csv.append(String.format(Locale.ROOT, "%.2f", log.amount(row))).append(',');
        csv.append(log.currency()).append('\n');
    }
}
