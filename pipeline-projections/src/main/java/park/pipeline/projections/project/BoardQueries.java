package park.pipeline.projections.project;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** All projects as they are now, stage by stage. */
public final class BoardQueries {
    private static final ProjectPage NO_CARDS = new ProjectPage(List.of(), 0, false);

    private final JdbcTemplate jdbc;
    private final ProjectPages pages;
    private final ViewReads reads;

    public BoardQueries(JdbcTemplate jdbc, ViewReads reads, StageLimits limits) {
        this.jdbc = jdbc;
        this.pages = new ProjectPages(jdbc, limits);
        this.reads = reads;
    }

    /**
     * All nine stages in order, of one and the same moment.
     *
     * @param limit how many cards a column has at the most
     * @param today the day to which days in stage are counted
     */
    public Positioned<List<BoardColumn>> board(ProjectFilter filter, int limit, LocalDate today) {
        return reads.of(ProjectView.NAME, live -> {
            Map<Stage, BoardColumn> columns = withoutCards(filter, live);
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
                                        cards(stage, filter, limit, today, live)));
            }
            return board;
        });
    }

    private Map<Stage, BoardColumn> withoutCards(ProjectFilter filter, Generation live) {
        Conditions conditions = new Conditions();
        filter.addTo(conditions);
        Map<Stage, BoardColumn> columns = new EnumMap<>(Stage.class);
        jdbc.query(
                "select stage, count(*), sum(investment_cny), count(investment_cny) from " + live.table(ProjectView.ROW)
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

    private ProjectPage cards(Stage stage, ProjectFilter filter, int limit, LocalDate today, Generation live) {
        Conditions conditions = new Conditions().and("stage = ?", stage.name());
        filter.addTo(conditions);
        return pages.page(ProjectPages.now(live), conditions, limit, today);
    }
}
