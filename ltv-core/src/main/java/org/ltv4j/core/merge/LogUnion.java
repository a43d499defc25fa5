package org.ltv4j.core.merge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogSplice;
import org.ltv4j.core.data.TransactionLog;

/**
 * Several sources of sales as one log, under the ids of the members: a web shop and a till, or several shops. Immutable.
 *
 * <ul>
 *   <li>Each source may bring a mapping from its customer ids to members; without one its ids are those of the members.
 *   <li>Orders and lines bear the name of their source, such as {@code web:1001}: equal numbers of two sources are two orders.
 *       Rules that read order ids, such as the mark of cancellations, must therefore be applied before: clean each source by
 *       itself, then join.
 *   <li>A row without a channel gets the name of its source as channel; channels of its own are kept. Products of one id are one
 *       product.
 *   <li>Currencies stay as they are; {@link org.ltv4j.core.data.CurrencyRates} converts them.
 * </ul>
 *
 * <pre>{@code
 * Joined all = LogUnion.of("web", web, webIds).with("till", till).withUnmapped(UnmappedRule.DROP).join();
 * }</pre>
 */
public final class LogUnion {
    private final List<SourceLog> sources;
    private final UnmappedRule unmapped;
    private final ConflictRule ambiguous;

    private LogUnion(List<SourceLog> sources, UnmappedRule unmapped, ConflictRule ambiguous) {
        this.sources = List.copyOf(sources);
        this.unmapped = unmapped;
        this.ambiguous = ambiguous;
    }

    /**
     * The first source, whose customer ids are those of the members.
     *
     * @param name name of the source, not blank and without a colon
     * @param log its rows
     * @return a union of one source
     * @throws IllegalArgumentException if the name is blank or has a colon
     */
    public static LogUnion of(String name, TransactionLog log) {
        return new LogUnion(List.of(), UnmappedRule.FAIL, ConflictRule.FAIL).plus(name, log, null);
    }

    /**
     * The first source.
     *
     * @param name name of the source, not blank and without a colon
     * @param log its rows
     * @param mapping the members of its customer ids
     * @return a union of one source
     * @throws IllegalArgumentException if the name is blank or has a colon
     */
    public static LogUnion of(String name, TransactionLog log, IdMapping mapping) {
        return new LogUnion(List.of(), UnmappedRule.FAIL, ConflictRule.FAIL).plus(name, log, mapping);
    }

    /**
     * One more source, whose customer ids are those of the members.
     *
     * @param name name of the source, not blank and without a colon
     * @param log its rows
     * @return the union with it
     * @throws IllegalArgumentException if the name is blank, has a colon, or is that of another source
     */
    public LogUnion with(String name, TransactionLog log) {
        return plus(name, log, null);
    }

    /**
     * One more source.
     *
     * @param name name of the source, not blank and without a colon
     * @param log its rows
     * @param mapping the members of its customer ids
     * @return the union with it
     * @throws IllegalArgumentException if the name is blank, has a colon, or is that of another source
     */
    public LogUnion with(String name, TransactionLog log, IdMapping mapping) {
        return plus(name, log, mapping);
    }

    private LogUnion plus(String name, TransactionLog log, @Nullable IdMapping mapping) {
        if (name.isBlank() || name.indexOf(SourceLog.SEPARATOR) >= 0) {
            throw new IllegalArgumentException(
                    "need a name of the source that is not blank and has no colon, got '" + name + "'");
        }
        if (sources.stream().anyMatch(source -> source.name().equals(name))) {
            throw new IllegalArgumentException("there are two sources named " + name
                    + ": name them differently, or append one to the other by AppendPlan");
        }
        List<SourceLog> more = new ArrayList<>(sources);
        more.add(new SourceLog(name, log, mapping));
        return new LogUnion(more, unmapped, ambiguous);
    }

    /**
     * This union with another rule for customers whom the mapping of their source does not name. Default: an error.
     *
     * @param rule what to do with them
     * @return the union
     */
    public LogUnion withUnmapped(UnmappedRule rule) {
        return new LogUnion(sources, rule, ambiguous);
    }

    /**
     * This union with another rule for ids that a mapping gives two members. Default: an error.
     *
     * @param rule which member counts
     * @return the union
     */
    public LogUnion withAmbiguous(ConflictRule rule) {
        return new LogUnion(sources, unmapped, rule);
    }

    /**
     * Joins the sources. Cost: some passes over all rows for each source.
     *
     * @return one log and what became of each source
     * @throws InvalidDataException if customers are not mapped or are mapped twice and there is no rule for it, or only some of
     *     the sources have amounts
     */
    public Joined join() {
        List<SourceReport> reports = new ArrayList<>();
        TransactionLog all = null;
        for (SourceLog source : sources) {
            TransactionLog renamed = source.renamed(unmapped, ambiguous, reports);
            if (all == null) {
                all = renamed;
            } else {
                BitSet rows = new BitSet(renamed.size());
                rows.set(0, renamed.size());
                all = LogSplice.of(all, new BitSet(), renamed, rows);
            }
        }
        if (all == null) {
            throw new IllegalStateException("a union has at least one source");
        }
        return new Joined(all, reports);
    }
}
