package org.ltv4j.core.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * Customers whose sales arrive one at a time: what a till keeps in memory to know a customer's features within microseconds of a
 * purchase. By the same code over the same rows as a whole log, so that both agree to the bit.
 *
 * <pre>{@code
 * FeatureStates states = plan.bind(log).states(log);
 * states.customer("ann").add(Sale.of(LocalDateTime.now(shopClock), 4.50).withProduct("espresso"));
 * double[] features = states.customer("ann").features(LocalDate.now(shopClock));
 * }</pre>
 *
 * <p>Not safe for use by several threads at a time: guard it with a lock, or give each thread its own share of the customers. Cost: some 200
 * bytes a customer and 16 to 52 a row, by the columns that the log has. A sale is not known again when it comes twice: leave
 * out duplicates before.
 */
public final class FeatureStates {
    private BoundFeatures bound;
    private final Names names;
    private final Map<String, FeatureState> customers = new LinkedHashMap<>();
    private final RowColumns incoming;
    private final PurchaseHistory history;
    private final ForgottenNames forgotten = new ForgottenNames();

    FeatureStates(BoundFeatures bound) {
        this.bound = bound;
        this.names = new Names(bound.context());
        this.incoming = new RowColumns(columns(), 1);
        this.history = new PurchaseHistory(names, new Scratch(), incoming);
    }

    /**
     * The features that the states give.
     *
     * @return their schema
     */
    public FeatureSchema schema() {
        return bound.schema();
    }

    /**
     * The plan and what it is tied to.
     *
     * @return the bound features
     */
    public BoundFeatures bound() {
        return bound;
    }

    /**
     * How many customers there are.
     *
     * @return at least 0
     */
    public int size() {
        return customers.size();
    }

    /**
     * A customer, known or new.
     *
     * @param id the customer, not blank
     * @return the state
     * @throws InvalidDataException if the id is blank or no Unicode
     */
    public FeatureState customer(String id) {
        FeatureState state = customers.get(id);
        if (state == null) {
            if (Blanks.isBlank(id)) {
                throw new InvalidDataException("a state needs a customer id, got a blank one");
            }
            if (!IdTable.isUnicode(id)) {
                throw new InvalidDataException(
                        "a state needs a customer id in Unicode, got one with half of a surrogate pair in it");
            }
            state = new FeatureState(this, id);
            customers.put(id, state);
        }
        return state;
    }

    /**
     * A customer, if known.
     *
     * @param id the customer
     * @return the state, or empty
     */
    public Optional<FeatureState> find(String id) {
        return Optional.ofNullable(customers.get(id));
    }

    /**
     * All customers.
     *
     * @return their states, in the order in which they were first met; a view that cannot be changed
     */
    public Collection<FeatureState> all() {
        return java.util.Collections.unmodifiableCollection(customers.values());
    }

    /**
     * Adds all rows of a log.
     *
     * @param log rows to add, in the currency of the plan
     * @return these states
     * @throws InvalidDataException if the log has another currency, or states no amounts where the plan was tied to some
     */
    public FeatureStates add(TransactionLog log) {
        bound.context().requireAmountsOf(log);
        LogRows rows = new LogRows(log, names);
        for (int customer = 0; customer < log.customers().size(); customer++) {
            FeatureState state = customer(log.customers().id(customer));
            for (int row = log.start(customer); row < log.start(customer + 1); row++) {
                rows.add(row, state);
            }
        }
        return this;
    }

    /**
     * Forgets customers and all they did, and with them the products and channels that only they named: these are no level of a category
     * any more, so that codes of categories may move: {@link #bound()} tells the new ones, and pipelines and models go by the names.
     * The names themselves, and the ids of their orders, are gone once the states are saved. Names of the log that the plan was tied to
     * are known to be a customer's by the rows that were added for the customer. Cost: one pass over all rows.
     *
     * @param ids customers; those that are not known are passed over
     * @return how many were forgotten
     */
    public int forget(Collection<String> ids) {
        int before = customers.size();
        for (String id : ids) {
            FeatureState gone = customers.remove(id);
            if (gone != null) {
                forgotten.add(gone);
            }
        }
        if (customers.size() < before) {
            forgotten.keepOnlyUnused(customers.values());
            bound = bound.without(names.products.of(forgotten.products()), names.channels.of(forgotten.channels()));
        }
        return before - customers.size();
    }

    /**
     * The features of all customers as of a date.
     *
     * @param asOf the last day whose rows are used
     * @return a row per customer who bought on or before the date, in the order in which they were first met
     * @throws InvalidDataException if there is none
     */
    public FeatureMatrix matrix(LocalDate asOf) {
        int day = CalendarDays.of(asOf);
        int rows = (int) customers.values().stream()
                .filter(state -> state.boughtUntil(day))
                .count();
        if (rows == 0) {
            throw new InvalidDataException("nobody bought anything on or before " + asOf);
        }
        double[][] columns = new double[schema().size()][rows];
        double[] row = new double[columns.length];
        IdTable.Builder ids = new IdTable.Builder();
        for (FeatureState state : customers.values()) {
            if (state.boughtUntil(day)) {
                compute(state, day, row);
                int place = ids.index(state.customerId());
                for (int column = 0; column < columns.length; column++) {
                    columns[column][place] = row[column];
                }
            }
        }
        return FeatureMatrix.owning(ids.build(), asOf, schema(), columns, bound.levels());
    }

    /**
     * Writes all states, with the names behind their numbers, in a format of its own with a version and a checksum. It holds
     * customers' ids and all they bought: keep it as safe as the log.
     *
     * @param out takes the bytes; flushed, not closed
     * @throws IOException if a write fails
     */
    public void writeTo(OutputStream out) throws IOException {
        StatesWriter.write(this, out);
    }

    void compute(FeatureState state, int day, double[] out) {
        history.open(state.key(), state.sales(), state.returnedOrNull(), day);
        bound.compute(history, out);
    }

    Set<SourceColumn> columns() {
        return bound.context().stored();
    }

    Names names() {
        return names;
    }

    /** What nobody names any more, as of now. */
    ForgottenNames forgotten() {
        forgotten.keepOnlyUnused(customers.values());
        return forgotten;
    }

    RowColumns incoming() {
        return incoming;
    }

    @Override
    public String toString() {
        return "FeatureStates[" + size() + " customers, " + schema().size() + " features]";
    }
}
