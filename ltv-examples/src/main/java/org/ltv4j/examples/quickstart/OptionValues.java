package org.ltv4j.examples.quickstart;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.CurrencyCode;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.table.ReadOptions;

/** Values of single options: each bad one is a {@link UsageException} with the option, the value and what is allowed. */
final class OptionValues {
    private static final double LONGEST_YEARS = 100;
    private static final int LONGEST_SHOWN = 60;

    private OptionValues() {}

    static UsageException bad(String option, String value, String allowed) {
        String shown = value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...";
        return new UsageException(option + " '" + shown.replaceAll("\\p{Cntrl}", "?") + "': " + allowed);
    }

    static Optional<String> text(String option, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw bad(option, value, "must not be empty");
        }
        if (value != null && value.startsWith("--")) {
            throw bad(option, value, "needs a value, got the next option");
        }
        return Optional.ofNullable(value);
    }

    static Path path(String option, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw bad(option, value, "is no path of a file or folder");
        }
    }

    static Charset charset(String option, String value) {
        try {
            return Charset.forName(value);
        } catch (IllegalArgumentException e) {
            throw bad(option, value, "is no charset that this JVM knows; such as UTF-8, GB18030, windows-1252");
        }
    }

    static char delimiter(String option, String value) {
        char c = switch (value) {
            case "tab", "\\t" -> '\t';
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "pipe" -> '|';
            default -> value.length() == 1 ? value.charAt(0) : '"';
        };
        if (c == '"' || c == '\n' || c == '\r' || c >= 0x80 || Character.isLetterOrDigit(c)) {
            throw bad(option, value, "is one character such as , ; | or one of the words tab, comma, semicolon, pipe");
        }
        return c;
    }

    static char decimal(String option, String value) {
        if (!value.equals(".") && !value.equals(",")) {
            throw bad(option, value, "is . or ,");
        }
        return value.charAt(0);
    }

    static ZoneId zone(String option, String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw bad(option, value, "is no time zone; such as Europe/Berlin, Asia/Shanghai, UTC or +08:00");
        }
    }

    /** A date format in the form that readers understand. */
    static String dateFormat(String option, String value) {
        try {
            ReadOptions.defaults().withDateFormat(value);
            return value;
        } catch (InvalidDataException e) {
            throw bad(option, value, String.valueOf(e.getMessage()));
        }
    }

    static LocalDate date(String option, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw bad(option, value, "is no date of the form 2023-09-30");
        }
    }

    static Horizon horizon(String option, String value) {
        Horizon horizon;
        if (value.matches("\\d+(\\.\\d+)?")) {
            throw bad(option, value, "needs a unit: " + value + "d, " + value + "w, " + value + "m, " + value + "y");
        }
        try {
            horizon = Horizon.parse(value);
        } catch (IllegalArgumentException e) {
            throw bad(option, value, "is a length of time above 0 with its unit: 90d, 39w, 12m, 1y");
        }
        if (!(horizon.length() > 0) || horizon.in(TimeScale.YEAR) > LONGEST_YEARS) {
            throw bad(option, value, "must be above 0 and at most 100y");
        }
        return horizon;
    }

    /** A number in a range; the words say the range. */
    static double number(String option, String value, double low, boolean lowIncluded, double high, String allowed) {
        double number;
        try {
            number = value.matches("[-+.0-9eE]+") ? Double.parseDouble(value) : Double.NaN;
        } catch (NumberFormatException e) {
            number = Double.NaN;
        }
        if (!(lowIncluded ? number >= low : number > low) || !(number <= high)) {
            throw bad(option, value, allowed);
        }
        return number;
    }

    static int whole(String option, String value, int low, int high) {
        try {
            int number = Integer.parseInt(value);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad(option, value, "is a whole number from " + low + " to " + high);
    }

    static String oneOf(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw bad(option, value, "is one of " + String.join(", ", allowed));
        }
        return value;
    }

    /** A currency; what is none may be an id and is not shown. */
    static String currencyCode(String option, String value) {
        return CurrencyCode.read(value)
                .filter(code -> !code.isEmpty())
                .orElseThrow(() -> new UsageException(
                        option + ": is a currency as it stands in the file, three letters such as EUR or a sign"));
    }
}
