package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreesAllocationTest {
    private static float sink;

    @Test
    void scoringARowAllocatesNothing() {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM does not count allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count allocations");
        for (int outputs : new int[] {1, 3}) {
            for (int depth : new int[] {4, 12}) {
                for (boolean vectors : new boolean[] {false, true}) {
                    RandomForests made = new RandomForests(depth, 10, outputs, vectors && outputs > 1, true);
                    TreeEnsemble model = made.model(12 * outputs, depth, 0.1);
                    List<float[]> rows = Stream.generate(made::row).limit(100).toList();
                    float[] out = new float[outputs];
                    score(model, rows, out);
                    long before = threads.getCurrentThreadAllocatedBytes();
                    score(model, rows, out);
                    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                    assertThat(allocated).as("bytes of %s", model).isLessThan(1000);
                }
            }
        }
    }

    private static void score(TreeEnsemble model, List<float[]> rows, float[] out) {
        for (int i = 0; i < rows.size(); i++) {
            model.margin(rows.get(i), out);
            sink += out[0];
            model.predict(rows.get(i), out);
            sink += out[0];
            if (out.length == 1) {
                sink += model.margin(rows.get(i)) + model.predict(rows.get(i));
            }
        }
    }
}
