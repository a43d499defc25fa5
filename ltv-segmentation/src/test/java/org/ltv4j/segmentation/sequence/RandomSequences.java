package org.ltv4j.segmentation.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small random sequences, for properties. */
final class RandomSequences {
    private RandomSequences() {}

    /** Sequences of up to {@code events} events within some weeks, of {@code items} items, of which each event has one to three. */
    static SequenceLog draw(long seed, int sequences, int events, int items) {
        Random random = new Random(seed);
        SequenceLogBuilder builder = SequenceLog.builder();
        for (int s = 0; s < sequences; s++) {
            builder.customer("k" + s);
            List<Integer> days = new ArrayList<>();
            for (int d = 0; d < 4 * events; d++) {
                days.add(d);
            }
            Collections.shuffle(days, random);
            int n = random.nextInt(events + 1);
            for (int e = 0; e < n; e++) {
                for (int k = random.nextInt(3); k >= 0; k--) {
                    builder.add("k" + s, LocalDate.EPOCH.plusDays(days.get(e)), String.valueOf((char)
                            ('a' + random.nextInt(items))));
                }
            }
        }
        return builder.build();
    }
}
