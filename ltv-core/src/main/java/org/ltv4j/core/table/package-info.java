/**
 * The border: transactions from CSV files, Tablesaw tables, JDBC queries and Java rows, and results out again.
 *
 * <p>Everything is read once into a {@link org.ltv4j.core.data.TransactionLog}; a value is read exactly or reported
 * with its line and column, never guessed.
 */
@NullMarked
package org.ltv4j.core.table;

import org.jspecify.annotations.NullMarked;
