package org.ltv4j.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * From the pseudonyms of an old key to those of a new one. A keyed hash cannot be turned back, so this needs both keys and
 * the raw ids once, for example those of the raw log; where these are gone, old pseudonyms stay as they are. During a
 * transition a till can also write both, {@code old.token(id)} and {@code current.token(id)}.
 *
 * <p>It links old to new for all these customers, so it deserves the care of a key. It lives in memory only. Immutable.
 */
public final class PseudonymRotation {
    private static final int MOST_EXAMPLES = 20;

    private final Pseudonymizer current;
    private final IdTable oldTokens;
    private final IdTable newTokens;

    private PseudonymRotation(Pseudonymizer current, IdTable oldTokens, IdTable newTokens) {
        this.current = current;
        this.oldTokens = oldTokens;
        this.newTokens = newTokens;
    }

    /**
     * The translation of all these customers.
     *
     * @param old pseudonyms of the key that goes
     * @param current pseudonyms of the key that comes, for the same purpose
     * @param rawIds every customer whose pseudonym is to be translated
     * @return old to new
     * @throws IllegalArgumentException if both have one key id, or their purposes differ: pseudonyms of two purposes are
     *     not to be joined
     * @throws InvalidDataException if two ids have one pseudonym
     */
    public static PseudonymRotation of(Pseudonymizer old, Pseudonymizer current, IdTable rawIds) {
        if (old.keyId().equals(current.keyId())) {
            throw new IllegalArgumentException("both keys are called " + old.keyId() + ": give the new one another id");
        }
        if (!old.purpose().equals(current.purpose())) {
            throw new IllegalArgumentException("a rotation keeps the purpose, got " + old.purpose() + " and "
                    + current.purpose() + ": pseudonyms of two purposes are not to be joined");
        }
        return new PseudonymRotation(current, old.apply(rawIds), current.apply(rawIds));
    }

    /**
     * The new pseudonym of an old one.
     *
     * @param oldToken a pseudonym of the old key
     * @return that of the new key, or empty if no id of this rotation has it
     */
    public Optional<String> current(String oldToken) {
        OptionalInt number = oldTokens.indexOf(oldToken);
        return number.isPresent() ? Optional.of(newTokens.id(number.getAsInt())) : Optional.empty();
    }

    /**
     * The same table under the new key. What is of the new key already stays.
     *
     * @param tokens pseudonyms of the old key, or of both
     * @return pseudonyms of the new key, in the same order
     * @throws InvalidDataException if a text is no pseudonym of either, or one customer stands there under both keys
     */
    public IdTable apply(IdTable tokens) {
        long[] places = new long[tokens.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + 1L;
        }
        return apply(tokens, places);
    }

    /**
     * The same log under the new key. Customers of the new key already stay.
     *
     * @param log a log whose customers are pseudonyms of the old key, or of both
     * @return a log that differs in {@link TransactionLog#customers()} only
     * @throws InvalidDataException if a customer is no pseudonym of either, or stands there under both keys
     */
    public TransactionLog apply(TransactionLog log) {
        long[] places = new long[log.customers().size()];
        for (int c = 0; c < places.length; c++) {
            places[c] = log.sourceRow(log.start(c));
        }
        return Ids.renamed(log, apply(log.customers(), places));
    }

    private IdTable apply(IdTable tokens, long[] places) {
        List<BadValue> unknown = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.id(i);
            if (oldTokens.indexOf(token).isEmpty() && !current.hasForm(token) && count++ < MOST_EXAMPLES) {
                unknown.add(new BadValue(
                        places[i], "customer", "", "is no pseudonym that this rotation knows, nor one of the new key"));
            }
        }
        if (count > 0) {
            throw new InvalidDataException(
                    count + " of " + tokens.size() + " customers cannot be translated; first: " + unknown.get(0)
                            + ". Add their raw ids to the rotation, or leave them out",
                    unknown);
        }
        return Pseudonymizer.mapped(
                tokens,
                token -> current(token).orElse(token),
                i -> places[i],
                (one, other) -> "stands there under both keys, like the customer");
    }

    /** Keys and count. */
    @Override
    public String toString() {
        return "rotation of " + oldTokens.size() + " pseudonyms to key " + current.keyId();
    }
}
