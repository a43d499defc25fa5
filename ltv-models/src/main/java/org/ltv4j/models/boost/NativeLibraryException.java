package org.ltv4j.models.boost;

/**
 * XGBoost, which only training needs, cannot be used on this machine. The message says on which it can and what to do. Models that were
 * trained elsewhere load and score all the same.
 */
public class NativeLibraryException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * XGBoost cannot be used.
     *
     * @param message where it can, and what to do
     * @param cause what the class loader or the system said
     */
    public NativeLibraryException(String message, Throwable cause) {
        super(message, cause);
    }
}
