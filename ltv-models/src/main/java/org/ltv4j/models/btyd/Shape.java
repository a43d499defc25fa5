package org.ltv4j.models.btyd;

import java.util.ArrayList;
import java.util.List;

/**
 * Which two mixtures a likelihood is made of, and how its free coordinates map to their parameters. The coordinates are
 * unbounded, and each limit of the model lies in the direction of one of them:
 *
 * <pre>{@code
 * gamma rate    ln r, ln(r / alpha)
 * fixed rate    ln lambda
 * beta          logit(a / (a + b)), ln(a + b)
 * fixed, never or at once    logit q
 * }</pre>
 *
 * @param gamma whether rates are gamma distributed, else all have one rate
 * @param dropOut the mixture of the chances to leave
 */
record Shape(boolean gamma, Kind dropOut) {
    /** The mixture of the chances to leave. */
    enum Kind {
        BETA("", ""),
        NONE("nobody leaves", ""),
        FIXED("one chance to leave for all", "q"),
        NEVER_OR_AT_ONCE("some leave at the first repeat purchase, the others never", "q"),
        AT_ONCE("everybody leaves at the first repeat purchase", "");

        final String words;
        final String parameter;

        Kind(String words, String parameter) {
            this.words = words;
            this.parameter = parameter;
        }
    }

    static final Shape FULL = new Shape(true, Kind.BETA);
    static final Shape NBD = new Shape(true, Kind.NONE);
    static final Shape POISSON = new Shape(false, Kind.NONE);

    int rateParameters() {
        return gamma ? 2 : 1;
    }

    int dropOutParameters() {
        return dropOut == Kind.BETA ? 2 : dropOut.parameter.isEmpty() ? 0 : 1;
    }

    int parameters() {
        return rateParameters() + dropOutParameters();
    }

    /** The limit in words, such as {@code all buy at one rate; nobody leaves}. */
    String words() {
        String rate = gamma ? "" : "all buy at one rate";
        return rate.isEmpty() || dropOut.words.isEmpty() ? rate + dropOut.words : rate + "; " + dropOut.words;
    }

    PurchaseRate rate(double[] at, double unit) {
        double mean = Math.exp(at[gamma ? 1 : 0]) / unit;
        return gamma ? new PurchaseRate.Gamma(Math.exp(at[0]), Math.exp(at[0]) / mean) : new PurchaseRate.Fixed(mean);
    }

    DropOut dropOut(double[] at) {
        int k = rateParameters();
        switch (dropOut) {
            case BETA:
                double sum = Math.exp(at[k + 1]);
                return new DropOut.Beta(sum * share(at[k]), sum * share(-at[k]));
            case FIXED:
                return new DropOut.Fixed(share(at[k]));
            case NEVER_OR_AT_ONCE:
                return new DropOut.NeverOrAtOnce(share(at[k]));
            case NONE:
                return new DropOut.None();
            default:
                return new DropOut.AtOnce();
        }
    }

    /** The inverse of the logit. */
    static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** The parameters' names in the order of {@link #jacobian}. */
    List<String> names() {
        List<String> names = new ArrayList<>(gamma ? List.of("r", "alpha") : List.of("lambda"));
        if (dropOut == Kind.BETA) {
            names.addAll(List.of("a", "b"));
        } else if (!dropOut.parameter.isEmpty()) {
            names.add(dropOut.parameter);
        }
        return names;
    }

    /** Derivatives of the parameters' logarithms (of a share: of its logit) by the coordinates, one row per parameter. */
    double[][] jacobian(double[] at) {
        int n = parameters();
        int k = rateParameters();
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        if (gamma) {
            rows[1][0] = 1;
            rows[1][1] = -1;
        }
        if (dropOut == Kind.BETA) {
            double q = share(at[k]);
            rows[k] = new double[n];
            rows[k + 1] = new double[n];
            rows[k][k] = 1 - q;
            rows[k][k + 1] = 1;
            rows[k + 1][k] = -q;
            rows[k + 1][k + 1] = 1;
        }
        return rows;
    }
}
