package org.ltv4j.segmentation.basket;

import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/** Lines of items into baskets, and names into lines. */
final class LineParser {
    private static final int MOST_DIGITS = 18;

    private final BasketFormat format;
    private final BasketLogBuilder baskets;

    LineParser(BasketFormat format, BasketLogBuilder baskets) {
        this.format = format;
        this.baskets = baskets;
    }

    BasketLog baskets() {
        return baskets.build();
    }

    /** Adds a basket. */
    void line(String line, int number) {
        baskets.open();
        if (format == BasketFormat.FIMI) {
            numbers(line, number);
        } else if (!Blanks.isBlank(line)) {
            names(line, number);
        }
    }

    private void numbers(String line, int number) {
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ' || line.charAt(at) == '\t') {
                at++;
                continue;
            }
            int from = at;
            while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
                at++;
            }
            boolean ended = at == line.length() || line.charAt(at) == ' ' || line.charAt(at) == '\t';
            if (at == from || !ended || at - from > MOST_DIGITS) {
                throw new InvalidDataException("line " + number + ", character " + (from + 1)
                        + ": need whole numbers of at most " + MOST_DIGITS
                        + " digits divided by spaces. Files of names are read with another BasketFormat");
            }
            String digits = line.substring(from, at);
            add(Long.toString(Long.parseLong(digits)), number);
        }
    }

    private void names(String line, int number) {
        int field = 1;
        int at = 0;
        while (true) {
            at = afterBlanks(line, at);
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            StringBuilder name = new StringBuilder();
            at = quoted ? quoted(line, at + 1, name, number, field) : plain(line, at, name);
            String text = quoted ? name.toString() : name.toString().strip();
            if (Blanks.isBlank(text)) {
                throw new InvalidDataException(
                        where(number, field) + ": need a name, got a blank one; an empty basket is an" + " empty line");
            }
            add(text, number);
            if (at == line.length()) {
                return;
            }
            at++; // the separator
            field++;
        }
    }

    private int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ' && format.separator() != ' ') {
            at++;
        }
        return at;
    }

    private int plain(String line, int from, StringBuilder name) {
        int end = line.indexOf(format.separator(), from);
        int to = end < 0 ? line.length() : end;
        name.append(line, from, to);
        return to;
    }

    /** The place of the separator after the closing quote, or the end of the line. */
    private int quoted(String line, int from, StringBuilder name, int number, int field) {
        int at = from;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new InvalidDataException(
                        where(number, field) + ": a quote is opened and not closed on this line");
            }
            name.append(line, at, quote);
            if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
                name.append('"');
                at = quote + 2;
                continue;
            }
            int after = afterBlanks(line, quote + 1);
            if (after < line.length() && line.charAt(after) != format.separator()) {
                throw new InvalidDataException(
                        where(number, field) + ": need a separator after the closing quote, at character " + (after + 1)
                                + "; a quote inside a quoted name is doubled");
            }
            return after;
        }
    }

    private void add(String name, int number) {
        if (!IdTable.isUnicode(name)) {
            throw new InvalidDataException("line " + number + " holds half of a surrogate pair");
        }
        baskets.item(name);
    }

    private static String where(int line, int field) {
        return "line " + line + ", item " + field;
    }

    /** A name as it stands in a file. */
    static String written(String name, BasketFormat format, int item) {
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new InvalidDataException(
                    "item number " + item + " has a line break in its name, which no basket file can hold");
        }
        if (format == BasketFormat.FIMI) {
            if (!name.matches("0|[1-9][0-9]{0,17}")) {
                throw new InvalidDataException("item number " + item + " is no whole number of at most " + MOST_DIGITS
                        + " digits without leading zeros: write names in another BasketFormat");
            }
            return name;
        }
        boolean plain = name.indexOf(format.separator()) < 0
                && name.indexOf('"') < 0
                && name.equals(name.strip())
                && name.charAt(0) != '\uFEFF';
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
