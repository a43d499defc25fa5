/**
 * Public holidays: days on which shops are closed, or full.
 *
 * <pre>{@code
 * HolidayCalendar calendar = HolidayCalendars.union(HolidayCalendars.france(), HolidayCalendars.china());
 * calendar.isHoliday(LocalDate.of(2026, 7, 14));            // true
 * calendar.next(LocalDate.of(2026, 1, 31)).orElseThrow();   // 2026-02-16, Spring Festival
 * }</pre>
 *
 * <p>Western calendars are computed by the rules of their laws, China's by its law and the lunisolar calendar; the days off
 * and the working weekends that the State Council publishes each autumn are a table. Every calendar states the days that it
 * knows, and refuses others. Calendars of one's own are made from dates, or by implementing
 * {@link org.ltv4j.core.feature.calendar.HolidayCalendar} over another library.
 */
@NullMarked
package org.ltv4j.core.feature.calendar;

import org.jspecify.annotations.NullMarked;
