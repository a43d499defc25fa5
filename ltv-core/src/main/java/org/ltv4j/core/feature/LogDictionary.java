package org.ltv4j.core.feature;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TransactionLog;

/** What the columns of a log are. */
final class LogDictionary {
    private LogDictionary() {}

    static List<DictionaryEntry> columns(TransactionLog log) {
        String unit = log.currency().isEmpty() ? "currency" : log.currency();
        List<DictionaryEntry> entries = new ArrayList<>();
        entries.add(column("customer", "TEXT", "", "who bought", "", Sensitivity.IDENTIFIER));
        entries.add(column("time", "TIME", "", "when, on the wall clock of the shop", "", Sensitivity.PLAIN));
        entries.add(column("amount", "NUMBER", unit, "what was paid; below 0 for a return", "", Sensitivity.PLAIN));
        String some = "where the source states none";
        if (log.hasOrders()) {
            // with the shop's order book it names a person
            entries.add(column("order", "TEXT", "", "the order or receipt of the row", some, Sensitivity.IDENTIFIER));
        }
        if (log.hasProducts()) {
            entries.add(column("product", "TEXT", "", "what was bought", some, Sensitivity.PLAIN));
        }
        if (log.hasChannels()) {
            entries.add(column("channel", "TEXT", "", "where: channel or store", some, Sensitivity.PLAIN));
        }
        if (log.hasQuantity()) {
            entries.add(column("quantity", "NUMBER", "pieces", "pieces of the row", some, Sensitivity.PLAIN));
        }
        if (log.hasUnitPrice()) {
            entries.add(column("unit_price", "NUMBER", unit, "price of one piece", some, Sensitivity.PLAIN));
        }
        if (log.hasDiscount()) {
            entries.add(column(
                    "discount", "NUMBER", unit, "discount already taken off the amount", some, Sensitivity.PLAIN));
        }
        return entries;
    }

    private static DictionaryEntry column(
            String name, String type, String unit, String meaning, String missing, Sensitivity sensitivity) {
        return new DictionaryEntry(
                DictionaryEntry.Kind.COLUMN, name, type, unit, meaning, "", "sales", "", missing, sensitivity);
    }
}
