package org.ltv4j.core.table;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection while a query is read from it: read-only and without commits of its own; afterwards it is as it was. */
final class JdbcSession implements AutoCloseable {
    private final Connection connection;
    private final boolean commits;
    private final boolean madeReadOnly;

    private JdbcSession(Connection connection, boolean commits, boolean madeReadOnly) {
        this.connection = connection;
        this.commits = commits;
        this.madeReadOnly = madeReadOnly;
    }

    static JdbcSession begin(Connection connection) throws SQLException {
        boolean commits = connection.getAutoCommit();
        boolean madeReadOnly = commits && readOnly(connection);
        if (commits) {
            connection.setAutoCommit(false);
        }
        return new JdbcSession(connection, commits, madeReadOnly);
    }

    /** Makes the connection read-only where that may still be said: not within a transaction, nor by drivers that cannot. */
    private static boolean readOnly(Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            return false;
        }
        try {
            connection.setReadOnly(true);
            return connection.isReadOnly();
        } catch (SQLException e) {
            return false; // SQLite fixes this when it connects
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (!commits || connection.isClosed()) {
            return;
        }
        connection.rollback();
        connection.setAutoCommit(true);
        if (madeReadOnly) {
            connection.setReadOnly(false);
        }
    }
}
