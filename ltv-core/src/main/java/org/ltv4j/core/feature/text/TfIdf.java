package org.ltv4j.core.feature.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/**
 * Weighs the terms of a text: term frequency times inverse document frequency, over a vocabulary settled once. Immutable.
 *
 * <pre>{@code
 * idf(t)       = ln((1 + n) / (1 + df(t))) + 1          n texts, df(t) of which have the term t
 * tf(t, text)  = occurrences of t in the text, or 1 + ln(occurrences) if sublinear
 * weight       = tf * idf, divided by the root of the sum of squares over all terms of the text
 * }</pre>
 *
 * <p>These are the conventions of scikit-learn's {@code TfidfVectorizer} with {@code smooth_idf=True, norm="l2"}; given the same
 * terms, the weights are the same. Salton and Buckley (1988), Information Processing and Management 24(5), for the idea.
 */
public final class TfIdf {
    private final Tokenizer tokenizer;
    private final List<String> terms;
    private final int[] documentFrequencies;
    private final int documents;
    private final boolean sublinear;
    private final double[] idf;

    /**
     * How a vocabulary is made.
     *
     * @param maxTerms most terms, at least 1: the most frequent ones are kept
     * @param minDocuments texts that must have a term, and where it is known customers who must have written it, at least 1. The
     *     default of 5 keeps names out of the vocabulary
     * @param maxShare largest share of the texts that may have a term, above 0, at most 1; more say nothing
     * @param sublinear whether the tenth occurrence in a text counts less than the first
     * @param stopWords terms to leave out, as the tokenizer gives them
     * @param tokenizer cuts texts into terms
     */
    public record Options(
            int maxTerms,
            int minDocuments,
            double maxShare,
            boolean sublinear,
            Set<String> stopWords,
            Tokenizer tokenizer) {
        private static final Options DEFAULTS = new Options(1000, 5, 1.0, false, Set.of(), Tokenizer.standard());

        /**
         * Checks ranges.
         *
         * @param maxTerms most terms, at least 1
         * @param minDocuments texts that must have a term, at least 1
         * @param maxShare largest share of the texts that may have a term, above 0, at most 1
         * @param sublinear whether the tenth occurrence in a text counts less than the first
         * @param stopWords terms to leave out
         * @param tokenizer cuts texts into terms
         */
        public Options {
            if (maxTerms < 1 || minDocuments < 1 || !(maxShare > 0 && maxShare <= 1)) {
                throw new IllegalArgumentException("need maxTerms >= 1, minDocuments >= 1 and 0 < maxShare <= 1, got "
                        + maxTerms + ", " + minDocuments + " and " + maxShare);
            }
            stopWords = Set.copyOf(stopWords);
        }

        /**
         * At most 1,000 terms that 5 or more texts have, by the standard tokenizer.
         *
         * @return the defaults
         */
        public static Options defaults() {
            return DEFAULTS;
        }

        /**
         * Another number of terms.
         *
         * @param most at least 1
         * @return the options
         */
        public Options withMaxTerms(int most) {
            return new Options(most, minDocuments, maxShare, sublinear, stopWords, tokenizer);
        }

        /**
         * Another least number of texts. Below 5 a vocabulary may hold a name that somebody wrote.
         *
         * @param least at least 1
         * @return the options
         */
        public Options withMinDocuments(int least) {
            return new Options(maxTerms, least, maxShare, sublinear, stopWords, tokenizer);
        }

        /**
         * Another largest share of texts.
         *
         * @param share above 0, at most 1
         * @return the options
         */
        public Options withMaxShare(double share) {
            return new Options(maxTerms, minDocuments, share, sublinear, stopWords, tokenizer);
        }

        /**
         * Whether repeated occurrences count less.
         *
         * @param on true for 1 + ln(occurrences)
         * @return the options
         */
        public Options withSublinear(boolean on) {
            return new Options(maxTerms, minDocuments, maxShare, on, stopWords, tokenizer);
        }

        /**
         * Terms to leave out.
         *
         * @param words as the tokenizer gives them: the standard one in lower case
         * @return the options
         */
        public Options withStopWords(Set<String> words) {
            return new Options(maxTerms, minDocuments, maxShare, sublinear, words, tokenizer);
        }

        /**
         * Another tokenizer.
         *
         * @param other cuts texts into terms
         * @return the options
         */
        public Options withTokenizer(Tokenizer other) {
            return new Options(maxTerms, minDocuments, maxShare, sublinear, stopWords, other);
        }
    }

    private TfIdf(
            Tokenizer tokenizer, List<String> terms, int[] documentFrequencies, int documents, boolean sublinear) {
        this.tokenizer = tokenizer;
        this.terms = List.copyOf(terms);
        this.documentFrequencies = documentFrequencies;
        this.documents = documents;
        this.sublinear = sublinear;
        this.idf = new double[documentFrequencies.length];
        for (int term = 0; term < idf.length; term++) {
            idf[term] = Math.log((1.0 + documents) / (1.0 + documentFrequencies[term])) + 1;
        }
    }

    /**
     * Makes a vocabulary of the reviews written up to a day. A text is one review; a term must have been written by as many customers
     * as it must be in texts, so that what one of them writes again and again, a name perhaps, stays out.
     *
     * @param events all that customers did; those of the kind {@link EventKind#REVIEW} with a text count
     * @param lastDay last day whose reviews count
     * @param options how
     * @return the vocabulary; empty where no term is in enough texts
     */
    public static TfIdf fit(CustomerEvents events, LocalDate lastDay, Options options) {
        TermCounts counts = new TermCounts();
        int texts = 0;
        for (int customer = 0; customer < events.customers().size(); customer++) {
            for (int event = events.start(customer); event < events.start(customer + 1); event++) {
                boolean known = events.day(event) <= lastDay.toEpochDay();
                Optional<String> text = known ? review(events, event) : Optional.empty();
                if (text.isPresent()) {
                    counts.add(options.tokenizer().terms(text.get()), customer);
                    texts++;
                }
            }
        }
        return of(counts, texts, options);
    }

    /** The text of an event if it is a review with one. */
    private static Optional<String> review(CustomerEvents events, int event) {
        return events.kinds().get(events.kind(event)).equals(EventKind.REVIEW) ? events.text(event) : Optional.empty();
    }

    /**
     * Makes a vocabulary of texts, each by an author of its own. Their order does not matter.
     *
     * @param texts the texts
     * @param options how
     * @return the vocabulary; empty where no term is in enough texts
     */
    public static TfIdf fit(Collection<String> texts, Options options) {
        TermCounts counts = new TermCounts();
        int author = 0;
        for (String text : texts) {
            counts.add(options.tokenizer().terms(text), author++);
        }
        return of(counts, texts.size(), options);
    }

    private static TfIdf of(TermCounts counts, int texts, Options options) {
        double most = options.maxShare() * texts;
        List<String> kept = counts.mostFrequent(options.maxTerms(), options.minDocuments(), most, options.stopWords());
        int[] frequencies = kept.stream().mapToInt(counts::documents).toArray();
        return new TfIdf(options.tokenizer(), kept, frequencies, texts, options.sublinear());
    }

    /**
     * The vocabulary.
     *
     * @return terms by number, in the order of their characters
     */
    public List<String> terms() {
        return terms;
    }

    /**
     * The number of a term.
     *
     * @param term a term as the tokenizer gives it
     * @return its number, or empty if the vocabulary does not have it
     */
    public OptionalInt term(String term) {
        int at = java.util.Collections.binarySearch(terms, term);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /**
     * How rare a term is.
     *
     * @param term its number
     * @return ln((1 + n) / (1 + df)) + 1, at least 1
     */
    public double idf(int term) {
        return idf[term];
    }

    /**
     * How many texts the vocabulary was made of.
     *
     * @return n
     */
    public int documents() {
        return documents;
    }

    /**
     * The weights of a text.
     *
     * @param text any text
     * @return weights of its terms that the vocabulary has
     */
    public TermWeights transform(String text) {
        TreeMap<Integer, Integer> occurrences = new TreeMap<>();
        for (String term : tokenizer.terms(text)) {
            OptionalInt number = term(term);
            if (number.isPresent()) {
                occurrences.merge(number.getAsInt(), 1, Integer::sum);
            }
        }
        int[] found = new int[occurrences.size()];
        double[] weights = new double[found.length];
        int n = 0;
        double squares = 0;
        for (Map.Entry<Integer, Integer> entry : occurrences.entrySet()) {
            double tf = sublinear ? 1 + Math.log(entry.getValue()) : entry.getValue();
            found[n] = entry.getKey();
            weights[n] = tf * idf[found[n]];
            squares += weights[n] * weights[n];
            n++;
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < n; i++) {
            weights[i] /= norm;
        }
        return new TermWeights(found, weights);
    }

    /**
     * What texts are about: the terms of the highest mean weight, for a customer's texts or those of a segment.
     *
     * @param texts the texts
     * @param most how many terms at most
     * @return highest weight first; terms of equal weight in the order of the vocabulary
     */
    public List<Keyword> keywords(Collection<String> texts, int most) {
        double[] sums = new double[terms.size()];
        int[] having = new int[terms.size()];
        for (String text : texts) {
            TermWeights weights = transform(text);
            for (int i = 0; i < weights.size(); i++) {
                sums[weights.term(i)] += weights.weight(i);
                having[weights.term(i)]++;
            }
        }
        List<Keyword> words = new ArrayList<>();
        for (int term = 0; term < sums.length; term++) {
            if (having[term] > 0) {
                words.add(new Keyword(terms.get(term), sums[term] / texts.size(), having[term]));
            }
        }
        words.sort(Comparator.comparingDouble(Keyword::weight).reversed());
        return List.copyOf(words.subList(0, Math.min(most, words.size())));
    }

    /**
     * What the reviews of some customers up to a day are about.
     *
     * @param events all that customers did
     * @param customers their numbers in {@code events.customers()}: one, or a segment
     * @param lastDay last day whose reviews count
     * @param most how many terms at most
     * @return as {@link #keywords(Collection, int)} of those reviews
     */
    public List<Keyword> keywords(CustomerEvents events, int[] customers, LocalDate lastDay, int most) {
        List<String> texts = new ArrayList<>();
        for (int customer : customers) {
            for (int event = events.start(customer); event < events.start(customer + 1); event++) {
                if (events.day(event) <= lastDay.toEpochDay()) {
                    review(events, event).ifPresent(texts::add);
                }
            }
        }
        return keywords(texts, most);
    }

    /**
     * Writes the vocabulary into a saved model.
     *
     * @param out takes the members
     */
    public void write(ModelWriter out) {
        out.text("tokenizer", tokenizer.name())
                .integer("documents", documents)
                .flag("sublinear", sublinear)
                .texts("terms", terms)
                .integers("documentFrequencies", documentFrequencies);
    }

    /**
     * Reads a vocabulary that the standard tokenizer made.
     *
     * @param in gives the members
     * @return the vocabulary, equal to the one that was written
     * @throws ModelFormatException if a member is wrong, or another tokenizer made it
     */
    public static TfIdf read(ModelReader in) {
        return read(in, Tokenizer.standard());
    }

    /**
     * Reads a vocabulary that a tokenizer of one's own made.
     *
     * @param in gives the members
     * @param tokenizer the same that made it: a saved file holds its name, not its code
     * @return the vocabulary, equal to the one that was written
     * @throws ModelFormatException if a member is wrong, or a tokenizer of another name made it
     */
    public static TfIdf read(ModelReader in, Tokenizer tokenizer) {
        String made = in.text("tokenizer");
        if (!made.equals(tokenizer.name())) {
            throw in.error(
                    "tokenizer",
                    "these terms need the tokenizer " + made + ", got " + tokenizer.name() + ": pass that");
        }
        int documents = in.integer("documents", 0, Integer.MAX_VALUE);
        List<String> terms = in.texts("terms");
        int[] frequencies = in.integers("documentFrequencies", 1, documents);
        if (frequencies.length != terms.size()) {
            throw in.error(
                    "documentFrequencies",
                    "need one for each of " + terms.size() + " terms, got " + frequencies.length);
        }
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i - 1).compareTo(terms.get(i)) >= 0) {
                throw in.error("terms", "need rising order, term " + i + " is not above the one before");
            }
        }
        return new TfIdf(tokenizer, terms, frequencies, documents, in.flag("sublinear"));
    }

    /** Equal if terms, weights and the tokenizer's name are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TfIdf others
                && others.tokenizer.name().equals(tokenizer.name())
                && others.documents == documents
                && others.sublinear == sublinear
                && others.terms.equals(terms)
                && Arrays.equals(others.documentFrequencies, documentFrequencies);
    }

    @Override
    public int hashCode() {
        return 31 * terms.hashCode() + documents;
    }

    /** The size of the vocabulary and the number of texts; no terms. */
    @Override
    public String toString() {
        return "TfIdf[" + terms.size() + " terms of " + documents + " texts]";
    }
}
