package org.ltv4j.core.feature;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * One customer whose sales arrive one at a time, in any order. It keeps the rows themselves, in order, so that its features are those
 * that a log of the same rows gives, to the bit, as of any date. Made by {@link FeatureStates} and, like it, for one
 * thread at a time.
 */
public final class FeatureState {
    private final FeatureStates owner;
    private final CustomerKey key;
    private RowColumns sales;
    private @Nullable RowColumns returned;

    FeatureState(FeatureStates owner, String id) {
        this.owner = owner;
        this.key = new CustomerKey(id);
        this.sales = new RowColumns(owner.columns(), 4);
    }

    /**
     * The customer.
     *
     * @return the id: personal data, keep it out of logs
     */
    public String customerId() {
        return key.id();
    }

    /**
     * How many rows there are, returns included.
     *
     * @return at least 0
     */
    public int rows() {
        RowColumns back = returned;
        return sales.size + (back == null ? 0 : back.size);
    }

    /**
     * Adds a row. Cost: constant for the latest one, else the rows after it are moved.
     *
     * @param sale the row; what it states beyond the columns of the log that the plan was tied to is passed over
     * @throws InvalidDataException if its product, channel or order is no Unicode
     */
    public void add(Sale sale) {
        Names names = owner.names();
        add(
                sale.second(),
                sale.amount(),
                sale.quantity(),
                sale.unitPrice(),
                sale.discount(),
                number(sale.product(), names.products, sales.product != null),
                number(sale.channel(), names.channels, sales.channel != null),
                number(sale.order(), names.orders, sales.order != null));
    }

    private static int number(@Nullable String name, NameTable names, boolean used) {
        return name == null || !used ? TransactionLog.NONE : names.index(name);
    }

    /** The numbers are those of the owner's names. */
    void add(
            long second,
            double amount,
            double quantity,
            double unitPrice,
            double discount,
            int product,
            int channel,
            int order) {
        RowColumns incoming = owner.incoming();
        incoming.set(0, second, amount, quantity, unitPrice, discount, product, channel, order);
        RowColumns rows = amount >= 0 ? sales : returned();
        int at = RowOrdering.place(rows, incoming, owner.names());
        rows.open(at);
        rows.set(at, second, amount, quantity, unitPrice, discount, product, channel, order);
    }

    private RowColumns returned() {
        RowColumns back = returned;
        if (back == null) {
            back = new RowColumns(owner.columns(), 2);
            returned = back;
        }
        return back;
    }

    /** Takes over what was read and checked. */
    void take(RowColumns rows, boolean back) {
        if (back) {
            returned = rows;
        } else {
            sales = rows;
        }
    }

    CustomerKey key() {
        return key;
    }

    RowColumns sales() {
        return sales;
    }

    @Nullable
    RowColumns returnedOrNull() {
        return returned;
    }

    /** Whether there is a sale on or before the day. */
    boolean boughtUntil(int day) {
        return sales.size > 0 && sales.second[0] < (day + 1L) * PurchaseHistory.SECONDS_PER_DAY;
    }

    /**
     * The features as of a date.
     *
     * @param asOf the last day whose rows are used
     * @return a value per feature of the schema; NaN where missing
     * @throws InvalidDataException if the customer bought nothing on or before the date
     */
    public double[] features(LocalDate asOf) {
        double[] out = new double[owner.schema().size()];
        features(asOf, out);
        return out;
    }

    /**
     * The features as of a date, into an array of the caller. From the second call on it allocates nothing, with every family of the
     * library, but for texts: families by groups of products ask for the names of products that were unknown when the plan was tied
     * to its log, {@link FeaturePlan#channelShare} for those of such channels, and a feature of your own for what it likes. Space
     * for a longer history than any before is made once.
     *
     * @param asOf the last day whose rows are used
     * @param out takes a value per feature of the schema; NaN where missing
     * @throws InvalidDataException if the customer bought nothing on or before the date, or the array is too short
     */
    public void features(LocalDate asOf, double[] out) {
        int day = CalendarDays.of(asOf);
        if (out.length < owner.schema().size()) {
            throw new InvalidDataException("need room for " + owner.schema().size() + " features, got " + out.length);
        }
        if (!boughtUntil(day)) {
            throw new InvalidDataException("the customer bought nothing on or before " + asOf);
        }
        owner.compute(this, day, out);
    }

    /** Rows only: the id names a person. */
    @Override
    public String toString() {
        return "FeatureState[" + rows() + " rows]";
    }
}
