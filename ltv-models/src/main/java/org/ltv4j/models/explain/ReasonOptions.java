package org.ltv4j.models.explain;

/**
 * How to word reasons.
 *
 * @param language which
 * @param unit of spend, such as {@code EUR}; empty for none; not used for purchases and churn
 * @param most reasons in each direction, at least 1
 * @param sensitive whether features that tell of a person what he may want kept to himself are named; identifiers never are
 */
public record ReasonOptions(ReasonLanguage language, String unit, int most, boolean sensitive) {
    private static final int USUAL = 3;

    /**
     * Checks the number.
     *
     * @param language which
     * @param unit of spend, such as {@code EUR}; empty for none; not used for purchases and churn
     * @param most reasons in each direction, at least 1
     * @param sensitive whether features that tell of a person what he may want kept to himself are named; identifiers never are
     */
    public ReasonOptions {
        if (most < 1) {
            throw new IllegalArgumentException("need at least one reason in each direction, got " + most);
        }
    }

    /**
     * Three reasons each way in English, sensitive features not named.
     *
     * @param unit of spend, such as {@code EUR}; empty for none
     * @return the options
     */
    public static ReasonOptions english(String unit) {
        return new ReasonOptions(ReasonLanguage.ENGLISH, unit, USUAL, false);
    }

    /**
     * Three reasons each way in Simplified Chinese, sensitive features not named.
     *
     * @param unit of spend, such as {@code CNY}; empty for none
     * @return the options
     */
    public static ReasonOptions chinese(String unit) {
        return new ReasonOptions(ReasonLanguage.CHINESE, unit, USUAL, false);
    }

    /**
     * With another number of reasons.
     *
     * @param value in each direction, at least 1
     * @return changed options
     */
    public ReasonOptions withMost(int value) {
        return new ReasonOptions(language, unit, value, sensitive);
    }

    /**
     * With sensitive features named, such as age or gender: for readers who may see them.
     *
     * @return changed options
     */
    public ReasonOptions withSensitive() {
        return new ReasonOptions(language, unit, most, true);
    }
}
