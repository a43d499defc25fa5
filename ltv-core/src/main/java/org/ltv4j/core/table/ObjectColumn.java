package org.ltv4j.core.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Copies cells that come as objects, such as those of a query or of a caller's own records, each by its own type: databases
 * such as SQLite do not fix the type of a column, and callers need not either.
 *
 * @param role what the column means
 * @param target where the cells go
 * @param clock turns instants into the wall clock
 */
record ObjectColumn(ColumnRole role, CellColumn target, LocalClock clock) {

    static ObjectColumn of(ColumnRole role, CellColumn target, ReadOptions options) {
        return new ObjectColumn(role, target, new LocalClock(options.zone().orElse(null)));
    }

    /** Copies one cell; null is missing. */
    void read(@Nullable Object cell, int row) {
        if (cell == null) {
            return;
        }
        if (role == ColumnRole.DATE) {
            date(row, cell);
        } else if (CellWriter.numeric(role)) {
            number(row, cell);
        } else {
            id(row, cell);
        }
    }

    private void id(int row, Object cell) {
        if (cell instanceof Long || cell instanceof Integer || cell instanceof Short || cell instanceof Byte) {
            target.wholeNumber(row, ((Number) cell).longValue());
        } else if (cell instanceof Double || cell instanceof Float) {
            double id = ((Number) cell).doubleValue();
            if (id == Math.rint(id) && Math.abs(id) <= CellWriter.LARGEST_WHOLE) {
                target.wholeFraction(row, (long) id);
            } else {
                target.text(row, cell.toString());
            }
        } else if (cell instanceof BigDecimal decimal) {
            target.digits(
                    row,
                    decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString(),
                    decimal.scale() > 0);
        } else if (cell instanceof byte[]) {
            throw new InvalidDataException(
                    "the " + role + " column holds bytes, not text or numbers: convert it in the query");
        } else {
            target.text(row, cell.toString());
        }
    }

    private void number(int row, Object cell) {
        if (cell instanceof Float) {
            target.number(row, Double.parseDouble(cell.toString()));
        } else if (cell instanceof BigDecimal || cell instanceof BigInteger || cell instanceof Number) {
            double value = ((Number) cell).doubleValue();
            if (Double.isNaN(value)) {
                target.text(row, "NaN");
            } else {
                target.number(row, value);
            }
        } else {
            target.text(row, cell.toString());
        }
    }

    private void date(int row, Object cell) {
        Long second = typed(cell);
        if (second != null) {
            target.second(row, second);
        } else if (cell instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            target.wholeNumber(row, number.longValue());
        } else {
            target.text(row, cell.toString());
        }
    }

    /** Wall-clock second of a typed date or time, or null for texts and numbers. */
    private @Nullable Long typed(Object cell) {
        if (cell instanceof java.sql.Date day) {
            return day.toLocalDate().toEpochDay() * Civil.SECONDS_A_DAY;
        }
        if (cell instanceof LocalDate day) {
            return day.toEpochDay() * Civil.SECONDS_A_DAY;
        }
        if (cell instanceof Timestamp time) {
            return time.toLocalDateTime().toEpochSecond(ZoneOffset.UTC);
        }
        if (cell instanceof LocalDateTime time) {
            return time.toEpochSecond(ZoneOffset.UTC);
        }
        if (cell instanceof OffsetDateTime time) {
            return local(time.toInstant());
        }
        if (cell instanceof ZonedDateTime time) {
            return local(time.toInstant());
        }
        if (cell instanceof java.util.Date instant) {
            return local(Instant.ofEpochMilli(instant.getTime()));
        }
        return cell instanceof Instant instant ? local(instant) : null;
    }

    private long local(Instant instant) {
        if (!clock.hasZone()) {
            throw new InvalidDataException("the date column holds instants: state the zone whose calendar days count"
                    + " (--zone, ReadOptions.withZone)");
        }
        return clock.ofInstant(instant.getEpochSecond());
    }
}
