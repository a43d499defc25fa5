package org.ltv4j.core.table;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * How a CSV file is read: delimiter and charset, and the {@link ReadOptions} of its values. All are optional; what is
 * not stated is detected once. Immutable.
 */
public final class CsvOptions {
    private static final CsvOptions DEFAULTS =
            new CsvOptions(null, null, true, ReadOptions.defaults(), SourceLimits.defaults());

    private final @Nullable Character delimiter;
    private final @Nullable Charset charset;
    private final boolean header;
    private final ReadOptions values;
    private final SourceLimits limits;

    private CsvOptions(
            @Nullable Character delimiter,
            @Nullable Charset charset,
            boolean header,
            ReadOptions values,
            SourceLimits limits) {
        this.delimiter = delimiter;
        this.charset = charset;
        this.header = header;
        this.values = values;
        this.limits = limits;
    }

    /**
     * Everything detected, strict.
     *
     * @return options with nothing stated and {@link RowPolicy#FAIL} for every reason
     */
    public static CsvOptions defaults() {
        return DEFAULTS;
    }

    /**
     * States the character between fields. Else it is one of comma, semicolon, tab and pipe.
     *
     * @param character an ASCII character that is no letter, digit, quote or line end
     * @return the options
     * @throws InvalidDataException if it is another one
     */
    public CsvOptions withDelimiter(char character) {
        boolean control = character < ' ' && character != '\t' && character != 1;
        if (character > '~' || control || Character.isLetterOrDigit(character) || character == '"') {
            throw new InvalidDataException("the delimiter must be an ASCII character such as , ; tab or |, got "
                    + (character <= ' ' ? "character " + (int) character : "'" + character + "'"));
        }
        return new CsvOptions(character, charset, header, values, limits);
    }

    /**
     * States the charset. Else the file is UTF-8, or what its byte order mark says.
     *
     * @param name for example {@code windows-1252} or {@code GB18030}
     * @return the options
     */
    public CsvOptions withCharset(Charset name) {
        return new CsvOptions(delimiter, name, header, values, limits);
    }

    /**
     * States the charset by its name, as {@link #withCharset(Charset)} does.
     *
     * @param name for example {@code windows-1252}, {@code GB18030}, {@code IBM850} or {@code UTF-16LE}
     * @return the options
     * @throws InvalidDataException if this JDK has no such charset
     */
    public CsvOptions withCharset(String name) {
        try {
            return withCharset(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            throw new InvalidDataException(
                    "no charset is called '" + name.strip()
                            + "': state one such as UTF-8, windows-1252, GB18030, IBM850 or" + " UTF-16LE",
                    e);
        }
    }

    /**
     * States whether the first row names the columns, which is the default. Columns of a file without such a header are named by
     * their place: {@code Columns.of("1", "2", "5")}.
     *
     * @param present false where the first row is a sale
     * @return the options
     */
    public CsvOptions withHeader(boolean present) {
        return new CsvOptions(delimiter, charset, present, values, limits);
    }

    /**
     * States the date format, see {@link ReadOptions#withDateFormat}.
     *
     * @param format for example {@code dd/MM/yyyy HH:mm}
     * @return the options
     * @throws InvalidDataException if it is no such pattern or gives no full date
     */
    public CsvOptions withDateFormat(String format) {
        return withValues(values.withDateFormat(format));
    }

    /**
     * States the decimal mark, see {@link ReadOptions#withDecimal}.
     *
     * @param mark {@code '.'} or {@code ','}
     * @return the options
     * @throws InvalidDataException if it is another character
     */
    public CsvOptions withDecimal(char mark) {
        return withValues(values.withDecimal(mark));
    }

    /**
     * States the zone whose calendar days count, see {@link ReadOptions#withZone}.
     *
     * @param zone for example {@code Europe/Paris}
     * @return the options
     */
    public CsvOptions withZone(ZoneId zone) {
        return withValues(values.withZone(zone));
    }

    /**
     * States what to do with every row that cannot be used.
     *
     * @param policy fail or skip
     * @return the options
     */
    public CsvOptions withRowPolicy(RowPolicy policy) {
        return withValues(values.withRowPolicy(policy));
    }

    /**
     * States what to do with rows that cannot be used for one reason.
     *
     * @param reason why a row cannot be used
     * @param policy fail or skip
     * @return the options
     */
    public CsvOptions withRowPolicy(Reason reason, RowPolicy policy) {
        return withValues(values.withRowPolicy(reason, policy));
    }

    /**
     * States how values are read.
     *
     * @param options date format, decimal mark, zone and row policies
     * @return the options
     */
    public CsvOptions withValues(ReadOptions options) {
        return new CsvOptions(delimiter, charset, header, options, limits);
    }

    /**
     * States how much a file may ask for before it is refused.
     *
     * @param bounds of lengths, fields and, for gzip, the unpacked size
     * @return the options
     */
    public CsvOptions withLimits(SourceLimits bounds) {
        return new CsvOptions(delimiter, charset, header, values, bounds);
    }

    /**
     * How much a file may ask for.
     *
     * @return limits of lengths, fields and unpacked size
     */
    public SourceLimits limits() {
        return limits;
    }

    /**
     * The stated delimiter.
     *
     * @return a character, or empty to detect it
     */
    public Optional<Character> delimiter() {
        return Optional.ofNullable(delimiter);
    }

    /**
     * The stated charset.
     *
     * @return a charset, or empty to detect it
     */
    public Optional<Charset> charset() {
        return Optional.ofNullable(charset);
    }

    /**
     * Whether the first row names the columns.
     *
     * @return true unless stated otherwise
     */
    public boolean hasHeader() {
        return header;
    }

    /**
     * How values are read.
     *
     * @return date format, decimal mark, zone and row policies
     */
    public ReadOptions values() {
        return values;
    }
}
