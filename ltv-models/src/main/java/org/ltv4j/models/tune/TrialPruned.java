package org.ltv4j.models.tune;

/** Leads out of an objective whose trial is given up; no error, so without a stack trace. */
final class TrialPruned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrialPruned(int number, int step) {
        super("trial " + number + " is given up after step " + step + "; let this exception pass", null, false, false);
    }
}
