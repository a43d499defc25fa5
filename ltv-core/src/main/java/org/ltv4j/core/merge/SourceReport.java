package org.ltv4j.core.merge;

/**
 * What became of one source when several were joined.
 *
 * @param source its name
 * @param rows its rows
 * @param customers its customers
 * @param mapped customers that the mapping names; all of them where their ids are those of the members
 * @param ambiguous of the mapped customers those that the mapping gives two members
 * @param unmapped customers that the mapping does not name
 * @param rowsDropped rows left out because their customer is not mapped
 */
public record SourceReport(
        String source, int rows, int customers, int mapped, int ambiguous, int unmapped, int rowsDropped) {

    /** For example {@code web: 1,200 rows of 300 customers, 290 mapped (2 of them twice), 10 not (31 rows left out)}. */
    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%s: %,d rows of %,d customers, %,d mapped (%,d of them twice), %,d not (%,d rows left out)",
                source,
                rows,
                customers,
                mapped,
                ambiguous,
                unmapped,
                rowsDropped);
    }
}
