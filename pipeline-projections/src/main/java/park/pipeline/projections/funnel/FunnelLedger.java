package park.pipeline.projections.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Step;

/**
 * Turns an event into postings: the difference between what the project's timeline said before and what it says now. A
 * correction so posts its own reversal, and a funnel of any day as known at any instant is a sum of postings.
 */
final class FunnelLedger {
    private static final Comparator<Group> ORDER = Comparator.comparing(Group::stage)
            .thenComparing(Group::industry)
            .thenComparing(Group::origin)
            .thenComparing(Group::kind)
            .thenComparing(Group::team);

    private FunnelLedger() {}

    /** The postings of one event, in the order of their days and groups; none where nothing that is counted changed. */
    static List<Posting> postings(Step step) {
        if (step.before().facts().equals(step.after().facts())
                && step.before().series().equals(step.after().series())) {
            return List.of();
        }
        TreeMap<LocalDate, Map<Group, Amounts>> changes = new TreeMap<>();
        add(changes, step.before(), -1);
        add(changes, step.after(), +1);
        List<Posting> postings = new ArrayList<>();
        Recorded recorded = step.event().recorded();
        changes.forEach((day, groups) -> groups.entrySet().stream()
                .filter(change -> !change.getValue().equals(Amounts.NONE))
                .sorted(Map.Entry.comparingByKey(ORDER))
                .forEach(change -> postings.add(new Posting(
                        step.event().position(),
                        postings.size(),
                        recorded.recordedAt(),
                        day,
                        change.getKey(),
                        change.getValue()))));
        return postings;
    }

    /** Each segment enters its group on its first day and leaves it on the first day of the next. */
    private static void add(TreeMap<LocalDate, Map<Group, Amounts>> changes, Timeline timeline, int sign) {
        List<Segment> segments = Segment.of(timeline);
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Group group = Group.of(segment, timeline.profile());
            Amounts entering =
                    sign > 0 ? Amounts.one(segment) : Amounts.one(segment).negated();
            post(changes, segment.from(), group, entering);
            if (i + 1 < segments.size()) {
                post(changes, segments.get(i + 1).from(), group, entering.negated());
            }
        }
    }

    private static void post(
            TreeMap<LocalDate, Map<Group, Amounts>> changes, LocalDate day, Group group, Amounts change) {
        changes.computeIfAbsent(day, d -> new LinkedHashMap<>()).merge(group, change, Amounts::plus);
    }
}
