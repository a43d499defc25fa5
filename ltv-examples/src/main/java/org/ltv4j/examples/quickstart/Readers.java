package org.ltv4j.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.privacy.DisclosurePolicy;
import org.ltv4j.core.privacy.PseudonymKey;
import org.ltv4j.core.privacy.Role;

/**
 * Who reads the outputs, and so what stands for a customer in them. Closing it wipes the key of pseudonyms, after which no
 * customer can be shown to analysts.
 *
 * @param policy what they may see
 * @param key of pseudonyms, where they see such
 */
record Readers(DisclosurePolicy policy, Optional<PseudonymKey> key) implements AutoCloseable {
    static final List<String> ROLES = List.of("officer", "marketing", "analyst");

    private static final String ANALYST = "analyst";
    private static final String CUSTOMER = "customer";
    private static final int MOST_BYTES = 1 << 16;
    private static final String PURPOSE = "scores";

    /**
     * The readers of a role.
     *
     * @param role one of {@link #ROLES}
     * @param keyFile file with the key of pseudonyms, which analysts need and nobody else
     * @throws UsageException if it is missing, not needed, or holds no key
     */
    static Readers of(String role, Optional<Path> keyFile) {
        boolean analyst = role.equals(ANALYST);
        if (analyst && keyFile.isEmpty()) {
            throw new UsageException("--role analyst shows pseudonyms and needs a key for them: give --key-file");
        }
        if (!analyst && keyFile.isPresent()) {
            throw new UsageException("--key-file is for --role analyst only: leave it out or state the role");
        }
        return switch (role) {
            case ANALYST -> pseudonyms(keyFile.orElseThrow());
            case "marketing" -> new Readers(DisclosurePolicy.of(Role.MARKETING), Optional.empty());
            default -> new Readers(DisclosurePolicy.of(Role.OFFICER), Optional.empty());
        };
    }

    private static Readers pseudonyms(Path file) {
        try {
            PseudonymKey key = PseudonymKey.ofBase64("k1", letters(file));
            return new Readers(
                    DisclosurePolicy.of(Role.ANALYST).withPseudonyms(key.forPurpose(PURPOSE)), Optional.of(key));
        } catch (IOException e) {
            throw new UsageException("--key-file " + file + " cannot be read as Base64 text");
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--key-file " + file + " holds no key: it needs 32 or more random bytes in Base64");
        }
    }

    /** The text of the file, for a reader that wipes it. */
    private static char[] letters(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("longer than any key");
        }
        byte[] bytes = Files.readAllBytes(file);
        char[] letters = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            letters[i] = (char) (bytes[i] & 0xff); // what is no ASCII is refused as no Base64
        }
        Arrays.fill(bytes, (byte) 0);
        return letters;
    }

    /** What stands for a customer. */
    String shown(String id) {
        return policy.render(CUSTOMER, Sensitivity.IDENTIFIER, id);
    }

    /** Whether they see customers as they are, and so may see words of the command line that may name one. */
    boolean seeEverything() {
        return policy.role().equals(Role.OFFICER);
    }

    @Override
    public void close() {
        key.ifPresent(PseudonymKey::close);
    }
}
