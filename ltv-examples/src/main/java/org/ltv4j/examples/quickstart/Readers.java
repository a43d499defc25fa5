package org.ltv4j.examples.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.privacy.DisclosurePolicy;
import org.ltv4j.core.privacy.PseudonymKey;
import org.ltv4j.core.privacy.Role;

/**
 * Who reads the outputs, and so what stands for a customer in them.
 *
 * @param policy what they may see
 */
record Readers(DisclosurePolicy policy) {
    static final List<String> ROLES = List.of("officer", "marketing", "analyst");

    private static final String ANALYST = "analyst";
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
        return new Readers(
                switch (role) {
                    case ANALYST -> pseudonyms(keyFile.orElseThrow());
                    case "marketing" -> DisclosurePolicy.of(Role.MARKETING);
                    default -> DisclosurePolicy.of(Role.OFFICER);
                });
    }

    private static DisclosurePolicy pseudonyms(Path file) {
        try {
            char[] secret = Files.readString(file, StandardCharsets.US_ASCII).toCharArray();
            PseudonymKey key = PseudonymKey.ofBase64("k1", secret);
            return DisclosurePolicy.of(Role.ANALYST).withPseudonyms(key.forPurpose(PURPOSE));
        } catch (IOException e) {
            throw new UsageException("--key-file " + file + " cannot be read as Base64 text");
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--key-file " + file + " holds no key: it needs 32 or more random bytes in Base64");
        }
    }

    /** What stands for a customer. */
    String shown(String id) {
        return policy.render("customer", Sensitivity.IDENTIFIER, id);
    }
}
