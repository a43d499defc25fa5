package org.ltv4j.segmentation.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** Saves rhythms of products as columns. Loading checks what {@link ProductRhythm} promises. */
public final class ProductRhythmsCodec implements ModelCodec<ProductRhythms> {
    /** Made by the {@code ServiceLoader}. */
    public ProductRhythmsCodec() {}

    @Override
    public String kind() {
        return ProductRhythms.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ProductRhythms> modelClass() {
        return ProductRhythms.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(ProductRhythms model, ModelWriter out) {
        List<ProductRhythm> all = model.asList();
        out.texts("products", all.stream().map(ProductRhythm::product).toList())
                .integers("customers", whole(all, ProductRhythm::customers))
                .integers("gaps", whole(all, ProductRhythm::gaps))
                .integers("fitted", whole(all, rhythm -> rhythm.fitted() ? 1 : 0))
                .numbers("medianDays", numbers(all, ProductRhythm::medianDays))
                .numbers("medianSd", numbers(all, ProductRhythm::medianSd))
                .numbers("usualQuantity", numbers(all, ProductRhythm::usualQuantity))
                .numbers("quantityExponent", numbers(all, ProductRhythm::quantityExponent))
                .numbers("withinSd", numbers(all, ProductRhythm::withinSd))
                .numbers("betweenSd", numbers(all, ProductRhythm::betweenSd))
                .numbers("stopAfterFirst", numbers(all, ProductRhythm::stopAfterFirst))
                .numbers("stopAfterRepeat", numbers(all, ProductRhythm::stopAfterRepeat))
                .numbers("stopMemory", numbers(all, ProductRhythm::stopMemory));
    }

    private static int[] whole(List<ProductRhythm> all, ToIntFunction<ProductRhythm> value) {
        return all.stream().mapToInt(value).toArray();
    }

    private static double[] numbers(List<ProductRhythm> all, ToDoubleFunction<ProductRhythm> value) {
        return all.stream().mapToDouble(value).toArray();
    }

    @Override
    public ProductRhythms read(ModelReader in, int version) {
        List<String> products = in.texts("products");
        int n = products.size();
        int[] customers = whole(in, "customers", Integer.MAX_VALUE, n);
        int[] gaps = whole(in, "gaps", Integer.MAX_VALUE, n);
        int[] fitted = whole(in, "fitted", 1, n);
        double[] medianDays = numbers(in, "medianDays", n);
        double[] medianSd = numbers(in, "medianSd", n);
        double[] usualQuantity = numbers(in, "usualQuantity", n);
        double[] quantityExponent = numbers(in, "quantityExponent", n);
        double[] withinSd = numbers(in, "withinSd", n);
        double[] betweenSd = numbers(in, "betweenSd", n);
        double[] stopAfterFirst = numbers(in, "stopAfterFirst", n);
        double[] stopAfterRepeat = numbers(in, "stopAfterRepeat", n);
        double[] stopMemory = numbers(in, "stopMemory", n);
        List<ProductRhythm> all = new ArrayList<>(n);
        try {
            for (int i = 0; i < n; i++) {
                all.add(new ProductRhythm(
                        products.get(i),
                        customers[i],
                        gaps[i],
                        fitted[i] == 1,
                        medianDays[i],
                        medianSd[i],
                        usualQuantity[i],
                        quantityExponent[i],
                        withinSd[i],
                        betweenSd[i],
                        stopAfterFirst[i],
                        stopAfterRepeat[i],
                        stopMemory[i]));
            }
            return new ProductRhythms(all);
        } catch (IllegalArgumentException e) {
            throw in.error("products", "number " + all.size() + ": " + e.getMessage());
        }
    }

    private static int[] whole(ModelReader in, String name, int max, int length) {
        int[] values = in.integers(name, 0, max);
        requireLength(in, name, values.length, length);
        return values;
    }

    private static double[] numbers(ModelReader in, String name, int length) {
        double[] values = in.numbers(name);
        requireLength(in, name, values.length, length);
        return values;
    }

    private static void requireLength(ModelReader in, String name, int length, int products) {
        if (length != products) {
            throw in.error(name, "need a number for each of " + products + " products, got " + length);
        }
    }
}
