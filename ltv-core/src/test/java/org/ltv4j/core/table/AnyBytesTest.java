package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ltv4j.core.data.InvalidDataException;

/** Whatever the bytes are, reading ends with a log or with an error that explains itself. */
class AnyBytesTest {
    private static final String HEADER = "customer,date,amount\n";

    @Property(seed = "20261122")
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        readOrRefuse(bytes, Sales.DEFAULTS);
        readOrRefuse(Sales.gzip(bytes), Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP));
    }

    @Property(seed = "20261122")
    void anyBytesUnderAHeaderAreReadOrRefused(@ForAll byte[] bytes) {
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, all, header.length, bytes.length);
        readOrRefuse(all, Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP));
        readOrRefuse(all, Sales.DEFAULTS);
    }

    /** Rows out of pieces that are nearly right find more than noise does; every row is kept or counted. */
    @Property(seed = "20261122")
    void nearlyRightRowsAreKeptOrCounted(@ForAll("rows") List<String> rows) {
        String text = HEADER + "ann,2025-01-31,1.5\n" + String.join("\n", rows) + "\n";
        try {
            Ingest read = Sales.read(text, Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP));
            assertThat(read.log().size() + read.report().rowsDropped())
                    .isEqualTo(read.report().rowsRead());
        } catch (InvalidDataException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("null");
        }
    }

    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<String> piece = Arbitraries.of(
                "ann",
                "\u00e9",
                "",
                " ",
                "2025-01-31",
                "2025-02-30",
                "31/01/2025",
                "01/02/2025",
                "2025-01-31T10:00Z",
                "1.5",
                "1,5",
                "\"1,5\"",
                "\"1,234\"",
                "(3)",
                "-2",
                "NaN",
                "1e400",
                "\"a\"\"b\"",
                "\"a\"b",
                "\"",
                "\r",
                "\t");
        return piece.list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(pieces -> String.join(",", pieces))
                .list()
                .ofMaxSize(15);
    }

    private static void readOrRefuse(byte[] bytes, CsvOptions options) {
        try {
            Sales.read(bytes, Sales.COLUMNS, options);
        } catch (InvalidDataException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("null");
        } catch (RuntimeException e) {
            fail("not explained", e);
        }
    }
}
