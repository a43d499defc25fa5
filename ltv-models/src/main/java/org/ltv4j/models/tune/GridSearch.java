package org.ltv4j.models.tune;

import java.util.List;
import java.util.Optional;

/** All combinations in order. */
final class GridSearch implements Search {
    private static final int MOST_SETTINGS = 100_000;

    private final SearchSpace space;
    private final int points;
    private final List<Settings> grid;

    GridSearch(SearchSpace space, int points) {
        if (points < 2) {
            throw new IllegalArgumentException("a grid needs at least 2 points per range, got " + points);
        }
        this.space = space;
        this.points = points;
        this.grid = space.grid(points, MOST_SETTINGS);
    }

    @Override
    public SearchSpace space() {
        return space;
    }

    @Override
    public Optional<Settings> next(int number, List<TrialResult> earlier) {
        return number < grid.size() ? Optional.of(grid.get(number)) : Optional.empty();
    }

    @Override
    public int size() {
        return grid.size();
    }

    @Override
    public String describe() {
        return "grid 1, " + points + " points";
    }
}
