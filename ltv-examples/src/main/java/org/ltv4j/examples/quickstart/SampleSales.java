package org.ltv4j.examples.quickstart;

import java.util.Optional;

/** The bundled sample: the sales of a small cafe, made by the simulator of this library. */
final class SampleSales {
    /** Its columns. */
    static final JobOptions.ColumnNames COLUMNS = new JobOptions.ColumnNames(
            "customer",
            "date",
            Optional.of("amount"),
            Optional.of("quantity"),
            Optional.of("unit_price"),
            Optional.of("receipt"),
            Optional.of("product"),
            Optional.of("currency"));

    private SampleSales() {}
}
