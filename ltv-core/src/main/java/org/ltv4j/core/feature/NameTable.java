package org.ltv4j.core.feature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/** Names behind numbers: those of the log that a plan is bound to, then others as they are met. Not thread-safe. */
final class NameTable {
    private final IdTable known;
    private final IdTable.Builder more = new IdTable.Builder();

    NameTable(IdTable known) {
        this.known = known;
    }

    /** The number of a name, known or new. */
    int index(String name) {
        OptionalInt number = known.indexOf(name);
        return number.isPresent() ? number.getAsInt() : known.size() + more.index(name);
    }

    /** The numbers here of all names of a table; null if they are the same. */
    int @org.jspecify.annotations.Nullable [] translation(IdTable other) {
        if (other == known) {
            return null;
        }
        int[] numbers = new int[other.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = index(other.id(i));
        }
        return numbers;
    }

    String name(int number) {
        return number < known.size() ? known.id(number) : more.id(number - known.size());
    }

    /** The names with these numbers. */
    Set<String> of(BitSet numbers) {
        return numbers.stream().mapToObj(this::name).collect(Collectors.toSet());
    }

    int size() {
        return known.size() + more.size();
    }

    /** By name, rows without one first: for rows that are equal in all that was measured. */
    int compare(int a, int b) {
        if (a == b) {
            return 0;
        }
        if (a == TransactionLog.NONE || b == TransactionLog.NONE) {
            return a == TransactionLog.NONE ? -1 : 1;
        }
        if (a < known.size() && b < known.size()) {
            return known.compare(a, b);
        }
        byte[] first = name(a).getBytes(StandardCharsets.UTF_8);
        byte[] second = name(b).getBytes(StandardCharsets.UTF_8);
        int byLength = Integer.compare(first.length, second.length); // as IdTable has it
        return byLength != 0 ? byLength : Arrays.compareUnsigned(first, second);
    }
}
