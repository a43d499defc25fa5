package org.ltv4j.core.table;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * How values are read, whatever the source: date format, decimal mark, zone, and what to do with bad rows. All are
 * optional; what is not stated is detected once from the values. Immutable.
 */
public final class ReadOptions {
    private static final ReadOptions DEFAULTS = new ReadOptions(null, null, null, RowPolicies.all(RowPolicy.FAIL));

    private final @Nullable String dateFormat;
    private final @Nullable Character decimal;
    private final @Nullable ZoneId zone;
    private final RowPolicies rowPolicies;

    private ReadOptions(
            @Nullable String dateFormat, @Nullable Character decimal, @Nullable ZoneId zone, RowPolicies rowPolicies) {
        this.dateFormat = dateFormat;
        this.decimal = decimal;
        this.zone = zone;
        this.rowPolicies = rowPolicies;
    }

    /**
     * Everything detected, strict.
     *
     * @return options with nothing stated and {@link RowPolicy#FAIL} for every reason
     */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /**
     * States the date format: a pattern of {@code java.time} ({@code yyyy} may stand for {@code uuuu}; month names are
     * English), {@code epoch-seconds} or {@code epoch-millis}. Read strictly.
     *
     * @param format for example {@code dd/MM/yyyy HH:mm}
     * @return the options
     * @throws InvalidDataException if it is no such pattern or gives no full date
     */
    public ReadOptions withDateFormat(String format) {
        DateReader.parserOf(format);
        return new ReadOptions(format, decimal, zone, rowPolicies);
    }

    /**
     * States the decimal mark; the other of point and comma may then stand between groups of three digits.
     *
     * @param mark {@code '.'} or {@code ','}
     * @return the options
     * @throws InvalidDataException if it is another character
     */
    public ReadOptions withDecimal(char mark) {
        if (mark != '.' && mark != ',') {
            throw new InvalidDataException("the decimal mark must be '.' or ',', got '" + mark + "'");
        }
        return new ReadOptions(dateFormat, mark, zone, rowPolicies);
    }

    /**
     * States the zone whose calendar days count. Times with an offset are turned into its wall clock; times without
     * one already are. Without a zone the written calendar day counts.
     *
     * @param zoneId for example {@code Europe/Paris}
     * @return the options
     */
    public ReadOptions withZone(ZoneId zoneId) {
        return new ReadOptions(dateFormat, decimal, zoneId, rowPolicies);
    }

    /**
     * States what to do with every row that cannot be used.
     *
     * @param policy fail or skip
     * @return the options
     */
    public ReadOptions withRowPolicy(RowPolicy policy) {
        return withRowPolicies(RowPolicies.all(policy));
    }

    /**
     * States what to do with rows that cannot be used for one reason.
     *
     * @param reason why a row cannot be used
     * @param policy fail or skip
     * @return the options
     */
    public ReadOptions withRowPolicy(Reason reason, RowPolicy policy) {
        return withRowPolicies(rowPolicies.with(reason, policy));
    }

    /**
     * States what to do with rows that cannot be used, reason by reason.
     *
     * @param policies a policy for each reason
     * @return the options
     */
    public ReadOptions withRowPolicies(RowPolicies policies) {
        return new ReadOptions(dateFormat, decimal, zone, policies);
    }

    /**
     * The stated date format.
     *
     * @return a pattern, or empty to detect it
     */
    public Optional<String> dateFormat() {
        return Optional.ofNullable(dateFormat);
    }

    /**
     * The stated decimal mark.
     *
     * @return point or comma, or empty to detect it
     */
    public Optional<Character> decimal() {
        return Optional.ofNullable(decimal);
    }

    /**
     * The stated zone.
     *
     * @return the zone, or empty where the written calendar day counts
     */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone);
    }

    /**
     * What to do with rows that cannot be used.
     *
     * @return a policy for each reason
     */
    public RowPolicies rowPolicies() {
        return rowPolicies;
    }
}
