package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.BoardColumn;
import park.pipeline.projections.project.BoardQueries;
import park.pipeline.projections.project.ProjectItem;
import park.pipeline.projections.project.ProjectPage;
import park.pipeline.projections.project.ProjectTime;
import park.pipeline.projections.project.ProjectView;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /api/board}: all projects as they are now, stage by stage. */
@RestController
class BoardController {
    record BoardAnswer(List<Column> columns) {}

    /** {@code nextCursor} goes on in the list of projects with this stage and the same filters; null where no more. */
    record Column(
            Stage stage,
            long count,
            BigInteger investmentCny,
            long investmentKnown,
            List<ProjectItem> cards,
            @Nullable String nextCursor) {}

    private final BoardQueries board;
    private final Catalogue catalogue;
    private final Reads reads;

    BoardController(BoardQueries board, Catalogue catalogue, Reads reads) {
        this.board = board;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/api/board")
    ResponseEntity<BoardAnswer> board(HttpServletRequest request, Query query) {
        query.knowsFilterAnd("limit");
        ProjectFilter filter = query.filter(catalogue);
        int limit = query.limit();
        query.done();
        reads.await(ProjectView.NAME, request);
        Positioned<List<BoardColumn>> found = board.board(filter, limit, ProjectTime.now(reads.today()));
        List<Column> columns =
                found.answer().stream().map(column -> column(column, query)).toList();
        return Reads.at(found.position(), new BoardAnswer(columns));
    }

    private static Column column(BoardColumn column, Query query) {
        ProjectPage cards = column.cards();
        return new Column(
                column.stage(),
                column.count(),
                column.investmentCny(),
                column.investmentKnown(),
                cards.items(),
                cards.more()
                        ? query.cursorOf(
                                "/api/projects", "stage", column.stage().name(), cards.lastPosition())
                        : null);
    }
}
