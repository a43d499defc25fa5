package org.ltv4j.examples.quickstart;

import java.time.LocalDate;
import java.util.Optional;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScores;

/**
 * What was learnt from the sales.
 *
 * @param asOf last day that the model saw
 * @param model purchases and spend
 * @param scores of all customers, with intervals
 * @param check comparison with the part of the sales that was kept aside; empty where there was too little
 * @param withoutCheck why there is none; empty where there is one
 */
record Learned(
        LocalDate asOf, ValueModel model, CustomerScores scores, Optional<HoldoutCheck> check, String withoutCheck) {
    /** Whether values are amounts; else they are counted in purchases. */
    boolean inMoney() {
        return scores.customers().hasAmounts();
    }
}
