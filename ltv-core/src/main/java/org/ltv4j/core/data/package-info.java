/**
 * The data that every other package reads: a log of transactions as immutable primitive columns, the cut of that log
 * at a date, and the histories {@code (x, t_x, T, m)} that the models of the literature are fitted on.
 *
 * <p>Nothing here knows where rows come from (see {@code org.ltv4j.core.table}) or what is predicted from them (see
 * {@code org.ltv4j.core.model}). Days are calendar days of the log's own clock; several purchases of one customer on
 * one calendar day count as one transaction.
 *
 * <pre>{@code
 * TransactionLog log = TransactionLog.builder("USD")
 *     .add("ann", LocalDate.of(1997, 1, 1), 29.33)
 *     .add("ann", LocalDate.of(1997, 1, 18), 29.73)
 *     .build();
 * CalibrationHoldout split = log.calibrateUntil(LocalDate.of(1997, 9, 30), TimeScale.WEEK);
 * CustomerSummary ann = split.calibration().summary(0);     // x = 1, t_x = 17/7, T = 272/7
 * }</pre>
 *
 * <p>Beside the sales there may be a {@link org.ltv4j.core.data.ProductCatalog}, {@link
 * org.ltv4j.core.data.CustomerAttributes} with the day since which each value is known, and {@link
 * org.ltv4j.core.data.CustomerEvents}: visits, campaigns, answers, reviews.
 */
@NullMarked
package org.ltv4j.core.data;

import org.jspecify.annotations.NullMarked;
