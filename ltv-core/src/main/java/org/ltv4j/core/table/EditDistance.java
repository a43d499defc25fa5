package org.ltv4j.core.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one may stand for. */
final class EditDistance {
    private static final int MOST = 3;

    private EditDistance() {}

    /** Up to three names that are nearly the wanted one, nearest first. */
    static List<String> nearest(String wanted, List<String> names) {
        String key = key(wanted);
        int limit = Math.max(2, key.length() / 3);
        return names.stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .filter(name -> between(key, key(name)) <= limit
                        || (key.length() > 2 && key(name).contains(key))
                        || (key(name).length() > 2 && key.contains(key(name))))
                .sorted(Comparator.comparingInt(name -> between(key, key(name))))
                .limit(MOST)
                .toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    /** Letters to insert, delete, replace or exchange with a neighbour to get from one text to the other. */
    static int between(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
