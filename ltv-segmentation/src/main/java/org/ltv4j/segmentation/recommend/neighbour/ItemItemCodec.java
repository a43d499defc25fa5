package org.ltv4j.segmentation.recommend.neighbour;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.segmentation.recommend.ItemTables;

/** Saves an {@link ItemItemRecommender}: names, counts and options; likeness is computed again. */
public final class ItemItemCodec implements ModelCodec<ItemItemRecommender> {
    /** Made by the service loader. */
    public ItemItemCodec() {}

    @Override
    public String kind() {
        return ItemItemRecommender.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ItemItemRecommender> modelClass() {
        return ItemItemRecommender.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(ItemItemRecommender model, ModelWriter out) {
        ItemItem.Options options = model.options();
        int size = model.items().size();
        out.object(
                        "options",
                        o -> o.choice("likeness", options.likeness())
                                .integer("neighbours", options.neighbours())
                                .number("shrinkage", options.shrinkage())
                                .number("historyWeight", options.historyWeight()))
                .integer("rows", model.rows())
                .texts("items", ItemTables.names(model.items()))
                .integers("counts", IntStream.range(0, size).map(model::count).toArray())
                .integers(
                        "kept",
                        IntStream.range(0, size)
                                .map(i -> model.start(i + 1) - model.start(i))
                                .toArray())
                .integers(
                        "neighbours",
                        IntStream.range(0, model.pairs()).map(model::neighbour).toArray())
                .integers(
                        "both",
                        IntStream.range(0, model.pairs()).map(model::both).toArray());
    }

    @Override
    public ItemItemRecommender read(ModelReader in, int version) {
        ModelReader o = in.object("options");
        ItemItem.Options options = new ItemItem.Options(
                o.choice("likeness", Likeness.class),
                o.integer("neighbours", 1, 100_000),
                o.number("shrinkage"),
                o.number("historyWeight"));
        int rows = in.integer("rows", 0, Integer.MAX_VALUE);
        IdTable items = ItemTables.of(in.texts("items"));
        int[] counts = in.integers("counts", 0, rows);
        int[] kept = in.integers("kept", 0, options.neighbours());
        int[] neighbours = in.integers("neighbours", 0, Integer.MAX_VALUE);
        int[] both = in.integers("both", 1, rows);
        long pairs = Arrays.stream(kept).asLongStream().sum();
        if (counts.length != items.size() || kept.length != items.size()) {
            throw in.error("counts", "need one number for each of the " + items.size() + " items, and of kept as well");
        }
        if (neighbours.length != pairs || both.length != pairs) {
            throw in.error("neighbours", "need the " + pairs + " that are kept, and of both as well");
        }
        int[] starts = new int[kept.length + 1];
        for (int i = 0; i < kept.length; i++) {
            starts[i + 1] = starts[i] + kept[i];
        }
        return new ItemItemRecommender(items, options, rows, counts, starts, neighbours, both);
    }
}
