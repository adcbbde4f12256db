package park.pipeline.projections.funnel;

/**
 * One page of the events that explain a difference, with what those before it and behind it add: so that each page
 * shows that all of them add up to the whole.
 *
 * @param page its stages are those of the whole reports
 * @param earlier the events before this page
 * @param here those of this page
 * @param later the events behind it
 */
public record ReconciledPage(Reconciliation page, ShareTotal earlier, ShareTotal here, ShareTotal later) {
    /** All events that explain the difference. */
    public ShareTotal all() {
        return earlier.plus(here).plus(later);
    }
}
