package org.ltv4j.models.btyd;

/**
 * The formulas of a {@link DropOut}: with {@code D0(x) = E[(1-p)^x]} and {@code D1(x) = E[p (1-p)^(x-1)]}, and what is
 * expected of a customer who is alive after x repeat purchases. No method allocates.
 */
interface DropOutLaw {
    static DropOutLaw of(DropOut dropOut) {
        if (dropOut instanceof DropOut.Beta beta) {
            return new BetaDropOut(beta.a(), beta.b());
        }
        if (dropOut instanceof DropOut.Fixed fixed) {
            return new PointDropOut(0, fixed.q(), 0);
        }
        if (dropOut instanceof DropOut.NeverOrAtOnce either) {
            return new PointDropOut(1 - either.q(), 0, either.q());
        }
        return dropOut instanceof DropOut.None ? new PointDropOut(1, 0, 0) : new PointDropOut(0, 0, 1);
    }

    /** {@code ln D0(x)}: the probability to have stayed through x repeat purchases. */
    double logStay(int x);

    /** {@code D1(x) / D0(x)} for x of 1 or more; infinite where nobody stays. */
    double odds(int x);

    /** {@code ln D1(x)} for x of 1 or more. */
    double logLeave(int x);

    /** Probability to stay through n more purchases after x. */
    double stay(int n, int x);

    /** Probability to leave exactly at the n-th purchase after x, n of 1 or more. */
    double leave(int n, int x);

    /** Expected purchases in a time t of a customer alive at T after x repeat purchases. */
    double purchases(RateLaw rate, int x, double age, double t);
}
