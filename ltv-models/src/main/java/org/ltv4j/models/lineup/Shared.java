package org.ltv4j.models.lineup;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.ltv4j.core.outcome.KnownSales;

/**
 * What several models make of the same sales, made once: the same sales and part give the same, so nobody can tell but by the clock. It is kept
 * no longer than the sales themselves, given up where memory is short, and then made anew. Thread-safe; who needs what
 * another thread is making waits for it.
 *
 * @param <T> what is made
 */
final class Shared<T> {
    private final Map<KnownSales, Map<Object, Slot<T>>> slots = new WeakHashMap<>();

    /** One thing that is made, or not yet. */
    private static final class Slot<T> {
        private SoftReference<T> kept = new SoftReference<>(null);

        /** If making fails, the next one who asks tries again. */
        synchronized T get(Supplier<T> make) {
            T made = kept.get();
            if (made == null) {
                made = make.get();
                kept = new SoftReference<>(made);
            }
            return made;
        }
    }

    /**
     * Makes a part, unless it is there.
     *
     * @param known of which sales
     * @param part tells it from all other parts of the same sales
     * @param make makes it; a function of the sales and the part alone, which does not ask for the same part
     */
    T get(KnownSales known, Object part, Supplier<T> make) {
        Slot<T> slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(known, sales -> new HashMap<>()).computeIfAbsent(part, p -> new Slot<>());
        }
        return slot.get(make);
    }
}
