package org.ltv4j.core.table;

import java.util.Locale;

/** Tells number formats of spreadsheets that show a date from those that show a number. ECMA-376 part 1, 18.8.30. */
final class DateStyle {
    private DateStyle() {}

    /** True for the built-in formats that show dates or times, those of East Asian versions included. */
    static boolean builtIn(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58)
                || (format >= 71 && format <= 81);
    }

    /** True for a format code such as {@code yyyy"年"m"月"d"日"} or {@code [$-409]d/m/yy h:mm AM/PM}. */
    static boolean code(String code) {
        String first = code.split(";", 2)[0];
        if (first.strip().equalsIgnoreCase("general")) {
            return false;
        }
        String bare = first.replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\\\.", "")
                .replaceAll("[_*].", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\[(h+|m+|s+)]", "$1")
                .replaceAll("\\[[^]]*]", "")
                .replace("general", "");
        return bare.chars().anyMatch(c -> c == 'y' || c == 'm' || c == 'd' || c == 'h' || c == 's');
    }
}
