package org.ltv4j.segmentation.testing;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.basket.BasketLog;

/** Baskets that lie beside a maintainer's checkout; a test that asks for absent ones is skipped. */
public final class SharedBaskets {
    private SharedBaskets() {}

    /** 9,835 baskets of a grocery outlet, 169 items. */
    public static BasketLog groceries() {
        return split("data/baskets/groceries.csv.gz", ",");
    }

    /** 100,000 made-up baskets, 870 items. */
    public static BasketLog t10i4d100k() {
        return split("data/baskets/t10i4d100k.dat.gz", " ");
    }

    private static BasketLog split(String file, String separator) {
        List<List<String>> baskets = SharedData.lines(file).stream()
                .map(line -> Arrays.asList(line.split(separator)))
                .toList();
        return BasketLog.of(baskets);
    }
}
