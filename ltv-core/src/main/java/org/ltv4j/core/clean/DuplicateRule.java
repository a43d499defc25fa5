package org.ltv4j.core.clean;

/** What becomes of rows that agree with an earlier row in every column that was read. */
public enum DuplicateRule {
    /** They stay: two coffees in one minute are two sales. */
    KEEP("rows that repeat another one in every column read are kept: two coffees in one minute are two sales"),
    /** All but the first are left out. */
    DROP("rows that repeat another one in every column read are left out, the first stays");

    private final String words;

    DuplicateRule(String words) {
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
