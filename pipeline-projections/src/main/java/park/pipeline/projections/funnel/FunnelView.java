package park.pipeline.projections.funnel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Rows;
import park.pipeline.projections.view.Step;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewTable;

/** Keeps the ledger of postings, and the same postings added up by day and group. */
public final class FunnelView implements View {
    public static final String NAME = "funnel";
    public static final String POSTING = "funnel_posting";
    public static final String DAY = "funnel_day";
    private static final String DAY_KEY =
            " where valid_from = ? and stage = ? and industry = ? and origin = ? and kind = ? and team = ?";

    private static final String POSTING_COLUMNS =
            "log_position, line, recorded_at, valid_from, stage, industry, origin,"
                    + " kind, team, projects, known_amounts, investment_cny";

    private record DayGroup(LocalDate day, Group group) {}

    private final JdbcTemplate jdbc;

    public FunnelView(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ViewTable> tables() {
        return List.of(
                new ViewTable(POSTING, "log_position", "line"),
                new ViewTable(DAY, "valid_from", "stage", "industry", "origin", "kind", "team"));
    }

    @Override
    public void apply(List<Step> steps, Generation generation) {
        List<Posting> postings =
                steps.stream().flatMap(s -> FunnelLedger.postings(s).stream()).toList();
        insert(postings, generation.table(POSTING));
        addToDays(postings, generation.table(DAY));
    }

    @Override
    public void load(List<Step> life, Rows rows) {
        for (Step step : life) {
            FunnelLedger.postings(step).forEach(posting -> rows.add(POSTING, POSTING_COLUMNS, row(posting)));
        }
    }

    /** The days, added up from the postings. */
    @Override
    public void complete(Generation generation) {
        String key = "valid_from, stage, industry, origin, kind, team";
        jdbc.update("insert into " + generation.table(DAY) + " (" + key + ", projects, known_amounts, investment_cny)"
                + " select " + key + ", sum(projects), sum(known_amounts), sum(investment_cny) from "
                + generation.table(POSTING) + " group by " + key
                + " having sum(projects) <> 0 or sum(known_amounts) <> 0 or sum(investment_cny) <> 0");
    }

    private void insert(List<Posting> postings, String table) {
        jdbc.batchUpdate(
                "insert into " + table + " (" + POSTING_COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                postings.stream().map(FunnelView::row).toList());
    }

    private static Object[] row(Posting p) {
        return new Object[] {
            p.position(),
            p.line(),
            Micros.of(p.recordedAt()),
            p.from(),
            p.group().stage().name(),
            p.group().industry(),
            p.group().origin(),
            p.group().kind(),
            p.group().team(),
            p.change().projects(),
            p.change().known(),
            p.change().investmentCny()
        };
    }

    private void addToDays(List<Posting> postings, String table) {
        Map<DayGroup, List<Posting>> byKey = new LinkedHashMap<>();
        for (Posting posting : postings) {
            byKey.computeIfAbsent(new DayGroup(posting.from(), posting.group()), k -> new ArrayList<>())
                    .add(posting);
        }
        List<Object[]> updates = byKey.entrySet().stream()
                .map(e -> sumAndKey(e.getKey(), e.getValue()))
                .toList();
        int[] updated = jdbc.batchUpdate(
                "update " + table + " set projects = projects + ?, known_amounts = known_amounts + ?,"
                        + " investment_cny = investment_cny + ?" + DAY_KEY,
                updates);
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(updates.get(i));
            }
        }
        jdbc.batchUpdate("""
                insert into %s (projects, known_amounts, investment_cny, valid_from, stage, industry, origin,
                  kind, team) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(table), missing);
        // A day on which all has been taken back is no row: rows must not depend on how events fell into batches.
        jdbc.batchUpdate(
                "delete from " + table + DAY_KEY + " and projects = 0 and known_amounts = 0 and investment_cny = 0",
                byKey.keySet().stream().map(FunnelView::key).toList());
    }

    private static Object[] sumAndKey(DayGroup key, List<Posting> postings) {
        long projects = 0;
        long known = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (Posting posting : postings) {
            projects += posting.change().projects();
            known += posting.change().known();
            sum = sum.add(BigDecimal.valueOf(posting.change().investmentCny()));
        }
        Object[] group = key(key);
        Object[] row = new Object[group.length + 3];
        row[0] = projects;
        row[1] = known;
        row[2] = sum;
        System.arraycopy(group, 0, row, 3, group.length);
        return row;
    }

    private static Object[] key(DayGroup key) {
        Group g = key.group();
        return new Object[] {key.day(), g.stage().name(), g.industry(), g.origin(), g.kind(), g.team()};
    }
}
