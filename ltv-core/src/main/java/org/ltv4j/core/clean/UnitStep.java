package org.ltv4j.core.clean;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/**
 * Brings quantities of products to one unit: a carton of 12 is 12 pieces. Amounts stay.
 *
 * @param piecesPerUnit for a product the pieces in one unit of it as sold, finite and above 0
 */
record UnitStep(SortedMap<String, Double> piecesPerUnit) implements Rule {
    private static final String NAME = "units";

    UnitStep {
        piecesPerUnit = new TreeMap<>(piecesPerUnit);
        if (piecesPerUnit.isEmpty()) {
            throw new IllegalArgumentException("units need at least one product");
        }
        for (double pieces : piecesPerUnit.values()) {
            if (!(pieces > 0) || Double.isInfinite(pieces)) {
                throw new IllegalArgumentException("pieces in a unit must be finite and above 0, got " + pieces);
            }
        }
    }

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        double[] factors = new double[log.products().size()];
        int found = 0;
        for (Map.Entry<String, Double> unit : piecesPerUnit.entrySet()) {
            OptionalInt product = log.products().indexOf(unit.getKey());
            if (product.isPresent()) {
                factors[product.getAsInt()] = unit.getValue();
                found++;
            }
        }
        if (found == 0 && log.size() > 0) {
            throw new InvalidDataException("none of the " + piecesPerUnit.size()
                    + " products whose units were stated is in the log: are these the ids of the product column?");
        }
        Tally changed = new Tally(log, "is of a product sold in units of several pieces");
        double[] quantities = new double[log.size()];
        double[] prices = new double[log.size()];
        for (int row = 0; row < quantities.length; row++) {
            int product = log.product(row);
            double factor = product == TransactionLog.NONE ? 0 : factors[product];
            quantities[row] = factor > 0 ? log.quantity(row) * factor : log.quantity(row);
            prices[row] = factor > 0 ? log.unitPrice(row) / factor : log.unitPrice(row);
            if (factor > 0) {
                changed.add(row, 0);
            }
        }
        work.report(changed.met(NAME, words() + "; " + found + " of them are in the data"));
        LogEdit edit = LogEdit.of(log);
        if (log.hasQuantity()) {
            edit.quantities(quantities);
        }
        if (LogColumn.UNIT_PRICE.isIn(log)) {
            edit.unitPrices(prices);
        }
        work.change(edit.log());
    }

    @Override
    public String text() {
        StringBuilder units = new StringBuilder();
        piecesPerUnit.forEach((product, pieces) -> units.append(product.length())
                .append(':')
                .append(product)
                .append('=')
                .append(pieces)
                .append('\n'));
        return NAME + ": " + piecesPerUnit.size() + " products, sha256 "
                + Fingerprint.of(units.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String words() {
        return "quantities of " + piecesPerUnit.size()
                + " products are turned into pieces, their prices into prices of a piece";
    }
}
