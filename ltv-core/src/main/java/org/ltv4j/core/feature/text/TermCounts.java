package org.ltv4j.core.feature.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often terms occur, in how many texts, and by how many authors, whose texts come together. */
final class TermCounts {
    private final Map<String, Count> counts = new HashMap<>();

    private static final class Count {
        long occurrences;
        int documents;
        int authors;
        int lastAuthor = -1;

        long occurrences() {
            return occurrences;
        }
    }

    void add(List<String> terms, int author) {
        Set<String> seen = new HashSet<>();
        for (String term : terms) {
            Count count = counts.computeIfAbsent(term, t -> new Count());
            count.occurrences++;
            count.documents += seen.add(term) ? 1 : 0;
            if (count.lastAuthor != author) {
                count.lastAuthor = author;
                count.authors++;
            }
        }
    }

    int documents(String term) {
        Count count = counts.get(term);
        return count == null ? 0 : count.documents;
    }

    /** The terms that occur most often, of equal ones the first by their characters; in the order of their characters. */
    List<String> mostFrequent(int most, int minDocuments, double maxDocuments, Set<String> without) {
        List<Map.Entry<String, Count>> entries = new ArrayList<>();
        for (Map.Entry<String, Count> entry : counts.entrySet()) {
            int documents = entry.getValue().documents;
            boolean enough = documents >= minDocuments && entry.getValue().authors >= minDocuments;
            if (enough && documents <= maxDocuments && !without.contains(entry.getKey())) {
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparingLong(
                        (Map.Entry<String, Count> entry) -> -entry.getValue().occurrences())
                .thenComparing(Map.Entry::getKey));
        return entries.stream().limit(most).map(Map.Entry::getKey).sorted().toList();
    }
}
