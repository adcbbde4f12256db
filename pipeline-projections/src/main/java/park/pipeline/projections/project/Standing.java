package park.pipeline.projections.project;

import park.pipeline.core.log.Micros;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/**
 * Where projects are read from at a time, within a read: the rows of now, or the spans of what was true and believed.
 *
 * @param known in microseconds; what was recorded later is not looked at
 */
record Standing(String table, ProjectTime time, long known) {
    static Standing of(ProjectTime time, Generation live, ViewReads reads) {
        if (time.present()) {
            return new Standing(live.table(ProjectView.ROW), time, Long.MAX_VALUE);
        }
        long seen = reads.recordedAt(ProjectView.NAME);
        long known = time.knownAt() == null ? seen : Math.min(Micros.of(time.knownAt()), seen);
        return new Standing(live.table(ProjectSpans.TABLE), time, known);
    }

    /** Which of its rows hold at that time. */
    Conditions conditions() {
        return time.present() ? new Conditions() : holding(new Conditions());
    }

    /** Projects as {@link ProjectPages} reads them. A version is the number of events known then. */
    String select() {
        return ProjectPages.COLUMNS
                + (time.present()
                        ? " version"
                        : " (select max(stream_sequence) from event_log where stream_id = project_id and recorded_at <= "
                                + known + ")")
                + " from " + table;
    }

    private Conditions holding(Conditions conditions) {
        return conditions
                .and("valid_from <= ?", time.asOf())
                .and("valid_to > ?", time.asOf())
                .and("known_from <= ?", known)
                .and("known_to > ?", known);
    }
}
