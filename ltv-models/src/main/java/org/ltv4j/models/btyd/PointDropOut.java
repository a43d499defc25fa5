package org.ltv4j.models.btyd;

/**
 * Chances of which each is 0, 1 or one value between: the limits of the beta distribution. Alive after a repeat purchase
 * nobody with chance 1 is left. A history that is impossible here (more than one repeat purchase where everybody leaves at the
 * first) counts as one of a customer who has left.
 *
 * @param never share of customers that never leave
 * @param q the chance of the customers between; 0 if there are none, else {@code never} and {@code atOnce} are 0
 * @param atOnce share of customers that leave at their first repeat purchase
 */
record PointDropOut(double never, double q, double atOnce) implements DropOutLaw {
    @Override
    public double logStay(int x) {
        if (x == 0) {
            return 0;
        }
        return q > 0 ? x * Math.log1p(-q) : Math.log(never);
    }

    @Override
    public double odds(int x) {
        if (q > 0) {
            return q / (1 - q);
        }
        return x == 1 || never == 0 ? atOnce / never : 0;
    }

    @Override
    public double logLeave(int x) {
        if (q > 0) {
            return Math.log(q) + (x - 1) * Math.log1p(-q);
        }
        return x == 1 ? Math.log(atOnce) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double stay(int n, int x) {
        if (n == 0) {
            return 1;
        }
        if (q > 0) {
            return Math.exp(n * Math.log1p(-q));
        }
        return x == 0 || never == 0 ? never : 1;
    }

    @Override
    public double leave(int n, int x) {
        if (q > 0) {
            return q * Math.exp((n - 1) * Math.log1p(-q));
        }
        return n == 1 && x == 0 ? atOnce : 0;
    }

    @Override
    public double purchases(RateLaw rate, int x, double age, double t) {
        if (q > 0) {
            return rate.purchases(x, age, q, t);
        }
        if (x > 0) {
            return never > 0 ? rate.purchases(x, age, 0, t) : 0;
        }
        double stays = never > 0 ? never * rate.purchases(x, age, 0, t) : 0;
        return atOnce > 0 ? stays + atOnce * rate.purchases(x, age, 1, t) : stays;
    }
}
