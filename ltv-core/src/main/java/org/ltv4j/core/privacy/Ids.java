package org.ltv4j.core.privacy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/** The one form in which this package compares and hashes ids. */
final class Ids {
    private Ids() {}

    /**
     * The id in Unicode normal form C: an e with an accent is the same customer whether a till wrote one character or two.
     * Nothing else is changed, neither case nor blanks.
     */
    static String normal(String id) {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("need an id, got the empty text");
        }
        return Normalizer.normalize(id, Normalizer.Form.NFC);
    }

    /** As {@link #normal}, in UTF-8. A text with half a character has no such form; two of them must not become one. */
    static byte[] bytes(String id) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(normal(id)));
            byte[] out = new byte[bytes.remaining()];
            bytes.get(out);
            return out;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "an id holds half a character (a surrogate without its partner): read its source in the right charset",
                    e);
        }
    }

    /** The same log under other customer ids, one for one. */
    static TransactionLog renamed(TransactionLog log, IdTable ids) {
        int[] same = new int[ids.size()];
        for (int c = 0; c < same.length; c++) {
            same[c] = c;
        }
        return LogEdit.of(log).customers(same, ids).log();
    }
}
