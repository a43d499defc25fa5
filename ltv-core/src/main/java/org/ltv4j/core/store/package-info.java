/**
 * Logs kept in files of their own: saved and loaded a hundred times faster than text is read, appended to day by day, and
 * encrypted if the caller brings a key.
 *
 * <p>A file is written whole or not at all, has the same bytes for the same log, and is checked when it is loaded as strictly
 * as text is: what is cut short, changed, of another kind or of a newer version is refused with a {@link
 * org.ltv4j.core.store.SavedFileException}. {@link org.ltv4j.core.store.LogFiles} describes the form.
 *
 * <pre>{@code
 * LogFiles.save(log, file);
 * Appended day = LogFiles.append(file, today, AppendPlan.defaults());
 * TransactionLog all = LogFiles.load(file);
 * }</pre>
 */
@NullMarked
package org.ltv4j.core.store;

import org.jspecify.annotations.NullMarked;
