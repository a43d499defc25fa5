package org.ltv4j.core.clean;

/** What becomes of rows whose amount is 0. */
public enum ZeroRule {
    /** They are left out: nothing was bought. */
    DROP("rows with an amount of 0 are no purchases and are left out"),
    /** They stay: a visit without spend counts as a purchase, as in the published CDNOW figures. */
    KEEP("rows with an amount of 0 are kept: a visit without spend counts as a purchase");

    private final String words;

    ZeroRule(String words) {
        this.words = words;
    }

    /**
     * The rule in words, as reports show it.
     *
     * @return a clause
     */
    public String inWords() {
        return words;
    }
}
