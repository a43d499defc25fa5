package org.ltv4j.models.boost;

/**
 * When training stops: once the loss of a part of the data that is not trained on has not fallen for some rounds. The best round is
 * kept.
 *
 * @param part which rows are held back
 * @param patience rounds without a new best after which training stops, at least 1
 * @param oneIn one customer in so many is held back, at least 2
 * @param refit whether a final model of that many rounds is trained on all rows, those held back included
 */
public record EarlyStopping(ValidationPart part, int patience, int oneIn, boolean refit) {
    /** One customer in five held back, 30 rounds of patience, trained again on all rows. */
    static final EarlyStopping DEFAULT = new EarlyStopping(ValidationPart.CUSTOMERS, 30, 5, true);

    /** All rounds on all rows. */
    static final EarlyStopping NONE = new EarlyStopping(ValidationPart.NONE, 30, 5, true);

    /**
     * Checks the ranges.
     *
     * @param part which rows are held back
     * @param patience rounds without a new best after which training stops, at least 1
     * @param oneIn one customer in so many is held back, at least 2
     * @param refit whether a final model of that many rounds is trained on all rows, those held back included
     * @throws IllegalArgumentException if one is out of its range
     */
    public EarlyStopping {
        Ranges.whole("patience", patience, 1, 100_000);
        Ranges.whole("oneIn", oneIn, 2, 1_000);
    }

    /**
     * With another part held back.
     *
     * @param value which rows
     * @return changed rule
     */
    public EarlyStopping withPart(ValidationPart value) {
        return new EarlyStopping(value, patience, oneIn, refit);
    }

    /**
     * With another patience.
     *
     * @param rounds at least 1
     * @return changed rule
     */
    public EarlyStopping withPatience(int rounds) {
        return new EarlyStopping(part, rounds, oneIn, refit);
    }

    /**
     * With another share of customers held back.
     *
     * @param customers one in so many, at least 2
     * @return changed rule
     */
    public EarlyStopping withOneIn(int customers) {
        return new EarlyStopping(part, patience, customers, refit);
    }

    /**
     * With or without training again on all rows.
     *
     * @param value false keeps the model that has not seen the part held back
     * @return changed rule
     */
    public EarlyStopping withRefit(boolean value) {
        return new EarlyStopping(part, patience, oneIn, value);
    }
}
