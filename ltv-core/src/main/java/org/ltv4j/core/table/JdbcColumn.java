package org.ltv4j.core.table;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One column of a query, read cell by cell: databases such as SQLite do not fix the type of a column. */
final class JdbcColumn {
    private final int place;
    private final boolean instants;
    private final ObjectColumn cells;
    private boolean localTimes = true;

    private JdbcColumn(int place, boolean instants, ObjectColumn cells) {
        this.place = place;
        this.instants = instants;
        this.cells = cells;
    }

    /** The column at a place, from 1. */
    static JdbcColumn of(ResultSetMetaData meta, int place, ColumnRole role, CellColumn target, ReadOptions options)
            throws SQLException {
        String type = String.valueOf(meta.getColumnTypeName(place)).toLowerCase(Locale.ROOT);
        boolean instants = meta.getColumnType(place) == Types.TIMESTAMP_WITH_TIMEZONE
                || type.contains("timestamptz")
                || type.contains("with time zone")
                || type.contains("timestamp with local");
        return new JdbcColumn(place, role == ColumnRole.DATE && instants, ObjectColumn.of(role, target, options));
    }

    void read(ResultSet rows, int row) throws SQLException {
        if (instants) {
            cells.read(rows.getObject(place, OffsetDateTime.class), row);
            return;
        }
        Object cell = rows.getObject(place);
        cells.read(cell instanceof Timestamp time ? local(rows, time) : cell, row);
    }

    /**
     * The time as it stands in the database. A {@code Timestamp} has gone through the zone of this machine, in which some times
     * do not exist: it is taken only from drivers that give nothing else.
     */
    private @Nullable Object local(ResultSet rows, Timestamp time) throws SQLException {
        if (localTimes) {
            try {
                return rows.getObject(place, LocalDateTime.class);
            } catch (SQLException | UnsupportedOperationException e) {
                localTimes = false;
            }
        }
        return time;
    }
}
