/**
 * From rows as they were sold to purchases that models may count: a plan of named rules, applied in a fixed order, and
 * a report of what each rule did. Nothing is dropped silently: rows read = rows kept + rows dropped by a named rule.
 *
 * <pre>{@code
 * CleaningPlan plan = CleaningPlan.defaults()
 *     .withDuplicateKeys(DuplicateKeys.of(LogColumn.PRODUCT, LogColumn.AMOUNT).within(Duration.ofSeconds(10)))
 *     .withIsolation(IsolationRule.products("(?i)test.*"))
 *     .withIsolation(IsolationRule.purchasesPerDay(4, 5).named("staff cards"))
 *     .withMissing(LogColumn.AMOUNT, MissingRule.median(Peers.PRODUCT).orElse(MissingRule.drop()))
 *     .withOutliers(OutlierRule.winsorise(0, 0.999))
 *     .withCalibrationEnd(LocalDate.of(2025, 6, 30));
 * Cleaned clean = plan.apply(read.log(), read.report());
 * TransactionLog staff = clean.isolated("staff cards");
 * }</pre>
 *
 * <p>What rules learn from the data they learn from rows up to the calibration end. Reports, plans and profiles name nobody: lines
 * and amounts only.
 */
@NullMarked
package org.ltv4j.core.clean;

import org.jspecify.annotations.NullMarked;
