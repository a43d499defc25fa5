package org.ltv4j.examples.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * How numbers, amounts and dates are written in a language. Nothing depends on the locale of the machine or the
 * version of its JDK.
 */
public final class Formats {
    private static final String NO_BREAK = "\u00A0";
    private static final String MINUS = "\u2212";
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final Map<String, String> SYMBOLS_EN =
            Map.of("USD", "$", "EUR", "€", "GBP", "£", "CNY", "CN¥", "JPY", "¥", "INR", "₹");
    private static final Map<String, String> SYMBOLS_ZH =
            Map.of("USD", "US$", "EUR", "€", "GBP", "£", "CNY", "¥", "JPY", "JP¥", "INR", "₹");

    private final Language language;
    private final String currency;

    /**
     * Formats of a language.
     *
     * @param language the language
     * @param currency code of the amounts, empty where not known
     */
    public Formats(Language language, String currency) {
        this.language = language;
        this.currency = currency;
    }

    /**
     * A count such as {@code 23,570}.
     *
     * @param count any whole number
     * @return its text
     */
    public String count(long count) {
        return format("#,##0", count);
    }

    /**
     * A number with so many digits after the point.
     *
     * @param value a finite number
     * @param digits digits after the point
     * @return for example {@code 1,234.50}
     */
    public String decimal(double value, int digits) {
        return format("#,##0" + (digits > 0 ? "." + "0".repeat(digits) : ""), value);
    }

    /**
     * A number with about four significant digits, in powers of ten where it is very large or small.
     *
     * @param value a finite number
     * @return for example {@code 0.2426} or {@code 1.5e-7}
     */
    public String significant(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return new DecimalFormat("0.###E0", symbols())
                    .format(value)
                    .replace("E", "e")
                    .replace("-", MINUS);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_EVEN));
        return decimal(rounded.doubleValue(), Math.max(0, Math.min(6, rounded.scale())));
    }

    /**
     * A share such as {@code 46.2%}.
     *
     * @param share a share, 1 is all
     * @param digits digits after the point
     * @return its text
     */
    public String percent(double share, int digits) {
        return decimal(share * 100, digits) + "%";
    }

    /**
     * A change such as {@code +4.1%}.
     *
     * @param change a share, 0 is none
     * @return its text with its sign
     */
    public String change(double change) {
        String text = percent(change, 1);
        return change > 0 && !text.equals("0.0%") ? "+" + text : text;
    }

    /**
     * An amount with its currency: whole units from 1,000, else hundredths.
     *
     * @param amount a finite amount
     * @return for example {@code $12.50}
     */
    public String money(double amount) {
        return withCurrency(amount, decimal(Math.abs(amount), Math.abs(amount) < 999.995 ? 2 : 0));
    }

    /**
     * An amount for a table, with its currency: hundredths below 100 only.
     *
     * @param amount a finite amount
     * @return for example {@code $489}
     */
    public String amount(double amount) {
        return withCurrency(amount, bare(Math.abs(amount)));
    }

    /**
     * An amount without its currency: hundredths below 100 only.
     *
     * @param amount a finite amount
     * @return for example {@code 489}
     */
    public String bare(double amount) {
        return amount == 0 ? "0" : decimal(amount, Math.abs(amount) < 99.995 ? 2 : 0);
    }

    /**
     * An amount with its currency's code, in plain ASCII where the code is: for terminals.
     *
     * @param amount a finite amount
     * @return for example {@code 12.50 EUR}
     */
    public String plainMoney(double amount) {
        String digits = decimal(amount, Math.abs(amount) < 999.995 ? 2 : 0).replace(MINUS, "-");
        return currency.isEmpty() ? digits : digits + " " + currency;
    }

    /**
     * An amount for an axis or a headline: short, with k, M, 万 or 亿.
     *
     * @param amount a finite amount
     * @return for example {@code $1.2M}
     */
    public String shortMoney(double amount) {
        return withCurrency(amount, compact(Math.abs(amount)));
    }

    private String withCurrency(double amount, String digits) {
        String symbol = (language == Language.EN ? SYMBOLS_EN : SYMBOLS_ZH).getOrDefault(currency, currency + NO_BREAK);
        boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
        return (amount < 0 && !zero ? MINUS : "") + (currency.isEmpty() ? "" : symbol) + digits;
    }

    /**
     * A short number: {@code 1.2k}, {@code 3.4M} or {@code 1.2万}, {@code 3.4亿}.
     *
     * @param value a finite number
     * @return at most three or four digits
     */
    public String compact(double value) {
        double size = Math.abs(value);
        if (language == Language.EN) {
            return size >= 1e9
                    ? shorter(value / 1e9) + "bn"
                    : size >= 1e6
                            ? shorter(value / 1e6) + "M"
                            : size >= 1e4 ? shorter(value / 1e3) + "k" : shorter(value);
        }
        return size >= 1e8 ? shorter(value / 1e8) + "亿" : size >= 1e4 ? shorter(value / 1e4) + "万" : shorter(value);
    }

    private String shorter(double value) {
        double size = Math.abs(value);
        return size >= 100 ? format("#,##0", value) : size >= 10 ? format("#,##0.#", value) : format("#,##0.##", value);
    }

    /**
     * A date in words.
     *
     * @param date a date
     * @return for example {@code 30 September 1997}
     */
    public String date(LocalDate date) {
        return language == Language.EN
                ? date.getDayOfMonth() + NO_BREAK + MONTHS[date.getMonthValue() - 1] + NO_BREAK + date.getYear()
                : date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static String format(String pattern, double value) {
        DecimalFormat format = new DecimalFormat(pattern, symbols());
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String text = format.format(value);
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
        return zero ? text.replace("-", "") : text.replace("-", MINUS);
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(Locale.ROOT);
    }
}
