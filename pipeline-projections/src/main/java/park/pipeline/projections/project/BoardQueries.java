package park.pipeline.projections.project;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** All projects, stage by stage. */
public final class BoardQueries {
    private static final ProjectPage NO_CARDS = new ProjectPage(List.of(), 0, false);

    private final JdbcTemplate jdbc;
    private final ProjectPages pages;
    private final ViewReads reads;
    private final Supplier<StageLimits> limits;

    /** @param limits asked once an answer, before its snapshot is taken */
    public BoardQueries(JdbcTemplate jdbc, ViewReads reads, Supplier<StageLimits> limits) {
        this.jdbc = jdbc;
        this.pages = new ProjectPages(jdbc);
        this.reads = reads;
        this.limits = limits;
    }

    /**
     * All nine stages in order, of one and the same moment.
     *
     * @param limit how many cards a column has at the most
     */
    public Positioned<List<BoardColumn>> board(ProjectFilter filter, int limit, ProjectTime time) {
        StageLimits inForce = limits.get();
        return reads.of(ProjectView.NAME, live -> {
            Standing standing = Standing.of(time, live, reads);
            Map<Stage, BoardColumn> columns = withoutCards(filter, standing);
            List<BoardColumn> board = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                BoardColumn column = columns.get(stage);
                board.add(
                        column == null
                                ? new BoardColumn(stage, 0, BigInteger.ZERO, 0, NO_CARDS)
                                : new BoardColumn(
                                        stage,
                                        column.count(),
                                        column.investmentCny(),
                                        column.investmentKnown(),
                                        cards(stage, filter, limit, standing, inForce)));
            }
            return board;
        });
    }

    /**
     * How many projects of each stage have which light; stages without any are left out.
     *
     * @return by stage, then by light
     */
    public Positioned<Map<Stage, Map<Light, Long>>> lights(ProjectFilter filter, ProjectTime time) {
        StageLimits inForce = limits.get();
        return reads.of(ProjectView.NAME, live -> {
            Standing standing = Standing.of(time, live, reads);
            Conditions conditions = standing.conditions();
            filter.addTo(conditions);
            Map<Stage, Map<Light, Long>> lights = new EnumMap<>(Stage.class);
            jdbc.query(
                    "select stage, stage_since, count(*) from " + standing.table() + conditions.where()
                            + " group by stage, stage_since",
                    row -> {
                        Stage stage = Stage.valueOf(row.getString(1));
                        Light light = inForce.light(stage, row.getObject(2, LocalDate.class), time.asOf());
                        if (light != null) {
                            lights.computeIfAbsent(stage, s -> new EnumMap<>(Light.class))
                                    .merge(light, row.getLong(3), Long::sum);
                        }
                    },
                    conditions.arguments());
            return lights;
        });
    }

    private Map<Stage, BoardColumn> withoutCards(ProjectFilter filter, Standing standing) {
        Conditions conditions = standing.conditions();
        filter.addTo(conditions);
        Map<Stage, BoardColumn> columns = new EnumMap<>(Stage.class);
        jdbc.query(
                "select stage, count(*), sum(investment_cny), count(investment_cny) from " + standing.table()
                        + conditions.where() + " group by stage",
                row -> {
                    Stage stage = Stage.valueOf(row.getString(1));
                    BigDecimal sum = row.getBigDecimal(3);
                    BigInteger amount = sum == null ? BigInteger.ZERO : sum.toBigIntegerExact();
                    columns.put(stage, new BoardColumn(stage, row.getLong(2), amount, row.getLong(4), NO_CARDS));
                },
                conditions.arguments());
        return columns;
    }

    private ProjectPage cards(Stage stage, ProjectFilter filter, int limit, Standing standing, StageLimits inForce) {
        Conditions conditions = standing.conditions().and("stage = ?", stage.name());
        filter.addTo(conditions);
        return pages.page(standing, conditions, limit, inForce);
    }
}
