package org.ltv4j.core.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * Pseudonyms of ids by keyed hash: the same id always gets the same pseudonym, and nobody without the key can go back, not
 * even by trying all phone numbers.
 *
 * <pre>
 * pseudonym = key id, "-", base32(first 16 bytes of HMAC-SHA-256(key, "ltv4j/" purpose 00 id))
 * </pre>
 *
 * <p>The id is hashed as UTF-8 in Unicode normal form C; case, blanks and punctuation count, so {@code +86 138} and
 * {@code 138} are two customers. Base32 is that of RFC 4648 in small letters without padding, 26 characters. Two of a
 * billion ids share a pseudonym with probability 1.5e-21; should it happen, it is an error and never a merged customer.
 * HMAC: RFC 2104, FIPS 198-1.
 *
 * <p>Pseudonyms are personal data still (GDPR article 4(5), PIPL article 73). Thread-safe. Cost: a few microseconds
 * an id.
 */
public final class Pseudonymizer {
    private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int BYTES = 16;
    private static final int CHARACTERS = 26;
    private static final int MOST_EXAMPLES = 20;

    private final PseudonymKey key;
    private final String purpose;
    private final byte[] domain;

    Pseudonymizer(PseudonymKey key, String purpose) {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException(
                    "need a purpose of 1 to 64 letters, digits, dots, hyphens and underscores, such as analytics");
        }
        this.key = key;
        this.purpose = purpose;
        this.domain = ("ltv4j/" + purpose + '\0').getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The public name of the key.
     *
     * @return what every pseudonym starts with
     */
    public String keyId() {
        return key.id();
    }

    /**
     * What these pseudonyms are for.
     *
     * @return the purpose as stated
     */
    public String purpose() {
        return purpose;
    }

    /**
     * The pseudonym of one id, for example at the till.
     *
     * @param id any text but the empty one
     * @return for example {@code k1-mfrggzdfmztwq2lknnwg23tpoa}
     * @throws IllegalArgumentException if the id is empty or holds half a character (a lone surrogate)
     * @throws IllegalStateException if the key is closed
     */
    public String token(String id) {
        return key.id() + '-' + base32(key.hash(domain, Ids.bytes(id)));
    }

    /**
     * Whether a text has the form of a pseudonym of this key, of whatever purpose.
     *
     * @param text any text
     * @return true for the key's id, a hyphen and 26 characters of base32
     */
    public boolean hasForm(String text) {
        int head = key.id().length() + 1;
        if (text.length() != head + CHARACTERS || !text.startsWith(key.id()) || text.charAt(head - 1) != '-') {
            return false;
        }
        return text.chars().skip(head).allMatch(c -> c >= 'a' && c <= 'z' || c >= '2' && c <= '7');
    }

    /**
     * The same table with pseudonyms.
     *
     * @param ids raw ids
     * @return pseudonym {@code i} is that of id {@code i}
     * @throws InvalidDataException if two ids have one pseudonym, because they differ only in their Unicode form
     * @throws IllegalArgumentException if an id is empty or holds half a character
     */
    public IdTable apply(IdTable ids) {
        return mapped(ids, this::token, i -> i + 1L, Pseudonymizer::reason);
    }

    /**
     * The same log with pseudonyms for customer ids: same rows, same numbers, same order. Orders, products and channels
     * stay as they are; an order number leads whoever has the shop's books back to the customer.
     *
     * @param log a log with raw customer ids
     * @return a log that differs in {@link TransactionLog#customers()} only
     * @throws InvalidDataException if two customers have one pseudonym, because their ids differ only in their Unicode
     *     form: map them to one id first
     * @throws IllegalArgumentException if an id is empty or holds half a character
     */
    public TransactionLog apply(TransactionLog log) {
        return Ids.renamed(
                log, mapped(log.customers(), this::token, c -> log.sourceRow(log.start(c)), Pseudonymizer::reason));
    }

    /** Maps every id; two ids that become one are an error that names their lines, never a merged customer. */
    static IdTable mapped(
            IdTable ids, UnaryOperator<String> mapping, IntToLongFunction line, BinaryOperator<String> reason) {
        IdTable.Builder mapped = new IdTable.Builder();
        List<BadValue> collisions = new ArrayList<>();
        int collided = 0;
        int[] first = new int[ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            int before = mapped.size();
            int number = mapped.index(mapping.apply(ids.id(i)));
            if (number == before) {
                first[number] = i;
            } else if (collided++ < MOST_EXAMPLES) {
                long other = line.applyAsLong(first[number]);
                String problem = reason.apply(ids.id(i), ids.id(first[number]));
                collisions.add(new BadValue(
                        line.applyAsLong(i), "customer", "", problem + (other > 0 ? " of row " + other : "")));
            }
        }
        if (collided > 0) {
            throw new InvalidDataException(
                    collided + " of " + ids.size() + " ids get the pseudonym of another one; first: "
                            + collisions.get(0) + ". Map them to one id first, if they are one customer",
                    collisions);
        }
        return mapped.build();
    }

    private static String reason(String one, String other) {
        return Ids.normal(one).equals(Ids.normal(other))
                ? "differs only in its Unicode form from the id"
                : "has by chance the same hash as the id";
    }

    /** The first 128 bits, five at a time; the last character carries three bits. */
    static String base32(byte[] hash) {
        char[] out = new char[CHARACTERS];
        int bits = 0;
        int held = 0;
        int n = 0;
        for (int i = 0; i < BYTES; i++) {
            bits = bits << 8 | hash[i] & 0xff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                out[n++] = BASE32[bits >> held & 31];
            }
            bits &= (1 << held) - 1;
        }
        out[n] = BASE32[bits << 5 - held & 31];
        Arrays.fill(hash, (byte) 0);
        return new String(out);
    }

    /** Key id and purpose. */
    @Override
    public String toString() {
        return "pseudonyms of key " + key.id() + " for " + purpose;
    }
}
