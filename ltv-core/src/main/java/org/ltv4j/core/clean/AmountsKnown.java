package org.ltv4j.core.clean;

/** Where no rule fills missing amounts, none may be missing: what comes next adds them up. */
record AmountsKnown() implements Rule {

    @Override
    public void apply(Work work) {
        work.log().requireAmounts();
    }

    @Override
    public String text() {
        return "missing amounts: fail";
    }

    @Override
    public String words() {
        return "a row without an amount is an error";
    }
}
