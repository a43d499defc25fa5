package org.ltv4j.models.tune;

/** Why a search ended. */
public enum Stop {
    /** All trials asked for are done. */
    TRIALS,
    /** The time is up. */
    TIME,
    /** Every point of the grid is done. */
    GRID
}
