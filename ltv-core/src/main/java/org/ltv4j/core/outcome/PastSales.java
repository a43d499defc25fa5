package org.ltv4j.core.outcome;

import java.time.LocalDate;

/**
 * The sales as they looked on past dates. For most logs that is simply what had been recorded by then. It is more where a later row
 * changes how an earlier one looks, as when a refund is taken off its purchase: whoever stood at the date could not know of it.
 *
 * <pre>{@code
 * PastSales asItLooked = date -> KnownSales.until(plan.withCalibrationEnd(date).apply(raw).log(), lastDay);
 * }</pre>
 */
@FunctionalInterface
public interface PastSales {
    /**
     * The sales for somebody who stands at a date, and what followed it.
     *
     * @param date a day of the past
     * @return rows up to and with the date as they looked on it, and the later ones, by which whatever is foretold is judged; the same
     *     for the same date
     * @throws org.ltv4j.core.data.InvalidDataException if there are none
     */
    KnownSales at(LocalDate date);
}
