package org.ltv4j.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.SalesFile;
import org.ltv4j.core.testing.SharedData;

/** Receipts of a large shop through the library's own reader, by the recipe that is recorded beside the data. */
class OnlineRetailTest {
    private static final Pattern PRODUCT = Pattern.compile("[0-9]{5}[A-Z]*");

    /** 19,773 baskets, 3,791 items, 517,254 occurrences, longest 1,106. Customers are missing for a quarter, so each invoice is one. */
    @Test
    void receiptsAreThoseOfTheRecipe() throws IOException {
        TransactionLog log = SalesFile.read(
                        SharedData.file("data/online_retail.csv.gz"),
                        Columns.of("invoice", "invoice_date", "unit_price")
                                .withOrder("invoice")
                                .withProduct("stock_code")
                                .withQuantity("quantity"))
                .log();
        BitSet kept = new BitSet();
        for (int row = 0; row < log.size(); row++) {
            boolean invoice = Character.isDigit(log.orders().id(log.order(row)).charAt(0));
            boolean product = log.product(row) != TransactionLog.NONE
                    && PRODUCT.matcher(upper(log.products().id(log.product(row))))
                            .matches();
            kept.set(row, invoice && product && log.quantity(row) > 0 && log.amount(row) > 0);
        }
        BasketLog asWritten = BasketLog.byOrder(log.keep(kept));
        assertThat(asWritten.leftOut().total()).isZero();
        Map<String, List<String>> codes = new HashMap<>();
        for (int item = 0; item < asWritten.items().size(); item++) {
            codes.put(
                    asWritten.items().id(item), List.of(upper(asWritten.items().id(item))));
        }
        BasketLog baskets = asWritten.at(ItemHierarchy.of(codes), 1);
        assertThat(baskets.size()).isEqualTo(19_773);
        assertThat(baskets.longest()).isEqualTo(1_106);
        assertThat(baskets.occurrences()).isEqualTo(517_254);
        int items = 0;
        for (int item = 0; item < baskets.items().size(); item++) {
            items += baskets.count(item) > 0 ? 1 : 0;
        }
        assertThat(items).isEqualTo(3_791);
        assertThat(BasketLog.byCustomer(log.keep(kept)).occurrences()).isEqualTo(asWritten.occurrences());
    }

    private static String upper(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
