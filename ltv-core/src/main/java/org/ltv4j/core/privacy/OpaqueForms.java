package org.ltv4j.core.privacy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Forms of files in which an id does not stand as text: nobody may say of one that it names nobody. Told by the first
 * bytes; {@link Mentions} refuses what else is no UTF-8 text.
 */
final class OpaqueForms {
    private static final String UNPACK =
            "the file is compressed or a workbook: unpack it, or export it as CSV, erase, pack it again";
    private static final String ENCRYPTED =
            "the file is encrypted: decrypt it (EncryptedStreams.decrypting, LogFiles.load), erase, encrypt it again";
    private static final String DATABASE =
            "the file is a database: delete the rows there, and tell the erasure by record";
    private static final String COLUMNS =
            "the file is in a binary form of columns: write it anew without the rows, and tell the erasure by record";
    private static final String SAVED =
            "the file is a saved log or state: load it, take the customer out by from(...), save it again";
    private static final String UTF_16 =
            "the file is UTF-16 or UTF-32: only UTF-8 files can be looked into, convert it first";

    private static final int MOST = 16;
    // taken from the specifications of the forms; file(1) knows them as well
    private static final List<Form> FORMS = List.of(
            form("\u001f\u008b", UNPACK),
            form("PK\u0003\u0004", UNPACK),
            form("PK\u0005\u0006", UNPACK),
            form("BZh", UNPACK),
            form("\u00fd7zXZ", UNPACK),
            form("7z\u00bc\u00af", UNPACK),
            form("(\u00b5/\u00fd", UNPACK),
            form("\u0004\"M\u0018", UNPACK),
            form("Rar!", UNPACK),
            form("\u00d0\u00cf\u0011\u00e0", UNPACK),
            form("%PDF-", "the file is a PDF, whose text is compressed: make it anew without the customer"),
            form("\u0089LTVENC\n", ENCRYPTED),
            form("Salted__", ENCRYPTED),
            form("age-encryption.org", ENCRYPTED),
            form("-----BEGIN PGP", ENCRYPTED),
            form("\u0089LTV", SAVED),
            form("SQLite format 3\u0000", DATABASE),
            form("PAR1", COLUMNS),
            form("PARE", COLUMNS),
            form("ARROW1", COLUMNS),
            form("Obj\u0001", COLUMNS),
            form("\u00fe\u00ff", UTF_16),
            form("\u00ff\u00fe", UTF_16),
            form("\u0000\u0000\u00fe\u00ff", UTF_16));

    private OpaqueForms() {}

    /** First bytes, and what to say of a file that begins with them. */
    private record Form(String first, String problem) {}

    private static Form form(String first, String problem) {
        return new Form(first.substring(0, Math.min(MOST, first.length())), problem);
    }

    /**
     * Looks at the first bytes, which stay to be read.
     *
     * @throws InvalidDataException if ids cannot be found in such a file as text; the message says what to do
     */
    static void refuse(BufferedInputStream in) throws IOException {
        in.mark(MOST);
        byte[] head = in.readNBytes(MOST);
        in.reset();
        String text = new String(head, StandardCharsets.ISO_8859_1);
        for (Form form : FORMS) {
            if (text.startsWith(form.first)) {
                throw new InvalidDataException(form.problem);
            }
        }
    }
}
