package org.ltv4j.core.clean;

import java.nio.charset.StandardCharsets;
import org.ltv4j.core.data.CurrencyRates;
import org.ltv4j.core.data.TransactionLog;

/**
 * Converts the money of all rows into one currency by dated rates.
 *
 * @param rates the rates
 * @param currency code of the currency wanted
 */
record ConversionStep(CurrencyRates rates, String currency) implements Rule {
    private static final String NAME = "currency conversion";
    private static final int SHOWN_DIGITS = 12;

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        Tally converted = new Tally(log, "was in another currency than " + currency);
        for (int row = 0; row < log.size(); row++) {
            if (!log.currency(row).equals(currency)) {
                converted.add(row, 0); // a total in several currencies has no meaning
            }
        }
        work.change(rates.convert(log, currency));
        work.report(converted.changed(NAME, words()));
    }

    @Override
    public String text() {
        String all = rates.base() + " " + rates.maxAgeDays() + " " + rates.asMap();
        String digest = Fingerprint.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, SHOWN_DIGITS);
        return NAME + ": into " + currency + ", rates " + digest;
    }

    @Override
    public String words() {
        return "amounts in other currencies are converted into " + currency
                + " by the rate of the latest day on or before the sale, at most " + rates.maxAgeDays() + " days old";
    }
}
