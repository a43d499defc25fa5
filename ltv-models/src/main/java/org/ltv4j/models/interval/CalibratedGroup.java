package org.ltv4j.models.interval;

/**
 * What one group of customers has taught about errors.
 *
 * @param name such as {@code 2 <= purchases < 5}; {@code all} without groups
 * @param rows calibration rows of it, at least 1
 * @param margin what the ends are moved outwards by, in units of the {@link Spread}; below 0 if the model's own band was too wide
 */
public record CalibratedGroup(String name, int rows, double margin) {
    /**
     * Checks the numbers.
     *
     * @param name such as {@code 2 <= purchases < 5}; {@code all} without groups
     * @param rows calibration rows of it, at least 1
     * @param margin what the ends are moved outwards by, in units of the {@link Spread}; below 0 if the model's own band was too wide
     */
    public CalibratedGroup {
        if (rows < 1 || !Double.isFinite(margin)) {
            throw new IllegalArgumentException(
                    "a group has at least 1 row and a finite margin, got " + rows + " and " + margin);
        }
    }
}
