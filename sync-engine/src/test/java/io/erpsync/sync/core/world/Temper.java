package io.erpsync.sync.core.world;

/**
 * How the outside systems behave where the rules do not say.
 *
 * @param flipsInProcess whether Lime's trigger sets {@code updatesmade} also on a record that is in
 *     process
 * @param coarseErpClock whether the ERP's clock is too coarse to tell an edit from a write just
 *     before it
 */
public record Temper(boolean flipsInProcess, boolean coarseErpClock) {

    public static final Temper CALM = new Temper(false, false);
}
