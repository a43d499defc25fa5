package org.ltv4j.core.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the implementations of a contract that are on the class path. */
public final class Services {
    private Services() {}

    /**
     * The implementations that this library's own class loader finds, then those of the thread's: parts of a program in a container
     * live there. One that both find counts once.
     *
     * @param contract the interface, named in {@code META-INF/services}
     * @param <S> the interface
     * @return a new instance of each
     */
    public static <S> List<S> of(Class<S> contract) {
        Map<String, S> found = new LinkedHashMap<>();
        ClassLoader own = contract.getClassLoader();
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        add(contract, own, found);
        if (ofThread != null && !ofThread.equals(own)) {
            add(contract, ofThread, found);
        }
        return List.copyOf(found.values());
    }

    private static <S> void add(Class<S> contract, @Nullable ClassLoader loader, Map<String, S> found) {
        for (S service : ServiceLoader.load(contract, loader)) {
            found.putIfAbsent(service.getClass().getName(), service);
        }
    }
}
