package org.ltv4j.core.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Copies one column of a query, cell by cell, by the type of each cell: databases such as SQLite do not fix it.
 *
 * @param place of the column in the query, from 1
 * @param role what it means
 * @param instants true when its times are instants
 * @param target where the cells go
 * @param clock turns instants into the wall clock
 */
record JdbcColumn(int place, ColumnRole role, boolean instants, CellColumn target, LocalClock clock) {

    static JdbcColumn of(ResultSetMetaData meta, int place, ColumnRole role, CellColumn target, ReadOptions options)
            throws SQLException {
        String type = String.valueOf(meta.getColumnTypeName(place)).toLowerCase(Locale.ROOT);
        boolean instants = meta.getColumnType(place) == Types.TIMESTAMP_WITH_TIMEZONE
                || type.contains("timestamptz")
                || type.contains("with time zone")
                || type.contains("timestamp with local");
        return new JdbcColumn(
                place, role, instants, target, new LocalClock(options.zone().orElse(null)));
    }

    void read(ResultSet rows, int row) throws SQLException {
        boolean date = role == ColumnRole.DATE;
        Object cell = date && instants ? rows.getObject(place, OffsetDateTime.class) : rows.getObject(place);
        if (cell == null) {
            return;
        }
        switch (role) {
            case DATE -> date(row, cell);
            case AMOUNT, QUANTITY, UNIT_PRICE, DISCOUNT -> number(row, cell);
            default -> id(row, cell);
        }
    }

    private void id(int row, Object cell) {
        if (cell instanceof Long || cell instanceof Integer || cell instanceof Short || cell instanceof Byte) {
            target.wholeNumber(row, ((Number) cell).longValue());
        } else if (cell instanceof Double || cell instanceof Float) {
            double id = ((Number) cell).doubleValue();
            if (id == Math.rint(id) && Math.abs(id) <= 1L << 53) {
                target.wholeNumber(row, (long) id);
            } else {
                target.text(row, cell.toString());
            }
        } else if (cell instanceof BigDecimal decimal) {
            target.text(
                    row,
                    decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString());
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
        return cell instanceof Instant instant ? local(instant) : null;
    }

    private long local(Instant instant) {
        if (!clock.hasZone()) {
            throw new InvalidDataException("the date column holds instants: state the zone whose calendar days count"
                    + " (ReadOptions.withZone)");
        }
        return clock.ofInstant(instant.getEpochSecond());
    }
}
