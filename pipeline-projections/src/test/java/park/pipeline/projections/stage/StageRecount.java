package park.pipeline.projections.stage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.NaiveHistory.Entered;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.ConversionQueries.Cohort;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.RawProject;
import park.pipeline.projections.view.Workshop;

/** The sentences of SEMANTICS on flow, conversion and durations, one project after the other. */
final class StageRecount {
    private StageRecount() {}

    static List<FlowLink> flow(
            Workshop workshop, LocalDate from, LocalDate to, @Nullable Instant known, ProjectFilter filter) {
        List<RawProject> projects = RawProject.known(workshop, known);
        List<FlowLink> links = new ArrayList<>();
        for (Stage before : Stream.concat(Stream.of((Stage) null), Stream.of(Stage.values()))
                .toList()) {
            for (Stage stage : Stage.values()) {
                FlowLink link = link(before, stage, projects, from, to, filter);
                if (link.count() > 0) {
                    links.add(link);
                }
            }
        }
        return links;
    }

    private static FlowLink link(
            @Nullable Stage before,
            Stage stage,
            List<RawProject> projects,
            LocalDate from,
            LocalDate to,
            ProjectFilter filter) {
        long count = 0;
        BigInteger sum = BigInteger.ZERO;
        for (RawProject project : projects) {
            Stage last = null;
            for (Entered entry : project.history().stageEntries()) {
                LocalDate day = entry.day();
                if (last == before
                        && entry.stage() == stage
                        && !day.isBefore(from)
                        && !day.isAfter(to)
                        && project.passes(filter, day)) {
                    count++;
                    Investment investment = project.history().investmentOn(day);
                    Long amount = investment == null ? null : investment.amountCny();
                    sum = sum.add(BigInteger.valueOf(amount == null ? 0 : amount));
                }
                last = entry.stage();
            }
        }
        return new FlowLink(before, stage, count, sum);
    }

    static Conversion conversion(Workshop workshop, Cohort cohort, Question ask) {
        List<RawProject> projects = RawProject.known(workshop, ask.knownAt()).stream()
                .filter(p -> !registered(p).isBefore(cohort.from())
                        && !registered(p).isAfter(cohort.to())
                        && p.passes(ask.filter(), ask.day()))
                .toList();
        List<Stage> standing =
                projects.stream().map(p -> p.history().stageOn(ask.day())).toList();
        List<Conversion.Reached> rows = new ArrayList<>();
        long previous = projects.size();
        for (Stage stage : Stage.RANKED) {
            long reached = projects.stream()
                    .filter(p -> p.history().stageEntries().stream()
                            .anyMatch(e -> !e.day().isAfter(ask.day())
                                    && e.stage() != Stage.WITHDRAWN
                                    && e.stage().rank() >= stage.rank()))
                    .count();
            boolean lead = stage == Stage.LEAD;
            rows.add(new Conversion.Reached(
                    stage,
                    reached,
                    rate(lead ? projects.size() : reached, previous),
                    rate(lead ? projects.size() : reached, projects.size())));
            previous = reached;
        }
        return new Conversion(
                projects.size(),
                standing.stream().filter(s -> s == Stage.WITHDRAWN).count(),
                standing.stream().filter(s -> s != null && s.rank() <= 5).count(),
                rows);
    }

    private static LocalDate registered(RawProject project) {
        return project.history().stageEntries().getFirst().day();
    }

    private static BigDecimal rate(long part, long whole) {
        return BigDecimal.valueOf(whole == 0 ? 0 : (part * 20_000 + whole) / (2 * whole), 4);
    }

    static List<DurationRow> durations(Workshop workshop, Question ask) {
        List<RawProject> projects = RawProject.known(workshop, ask.knownAt()).stream()
                .filter(p -> p.passes(ask.filter(), ask.day()))
                .toList();
        List<DurationRow> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List<Long> completed = new ArrayList<>();
            List<Long> open = new ArrayList<>();
            projects.forEach(p -> addDays(p.history().stageEntries(), stage, ask.day(), completed, open));
            rows.add(new DurationRow(
                    stage,
                    completed.size(),
                    ranked(completed, Math.ceilDiv(completed.size(), 2)),
                    ranked(completed, Math.ceilDiv(9 * completed.size(), 10)),
                    open.size(),
                    ranked(open, Math.ceilDiv(open.size(), 2))));
        }
        return rows;
    }

    private static void addDays(
            List<Entered> entries, Stage stage, LocalDate day, List<Long> completed, List<Long> open) {
        for (int i = 0; i < entries.size(); i++) {
            LocalDate entered = entries.get(i).day();
            LocalDate left = i + 1 < entries.size() ? entries.get(i + 1).day() : null;
            if (entries.get(i).stage() != stage || entered.isAfter(day)) {
                continue;
            }
            if (left == null || left.isAfter(day)) {
                open.add(ChronoUnit.DAYS.between(entered, day));
            } else {
                completed.add(ChronoUnit.DAYS.between(entered, left));
            }
        }
    }

    private static @Nullable Long ranked(List<Long> days, int position) {
        return days.isEmpty() ? null : days.stream().sorted().toList().get(position - 1);
    }
}
