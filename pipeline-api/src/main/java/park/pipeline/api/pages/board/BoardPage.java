package park.pipeline.api.pages.board;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.BoardQueries;
import park.pipeline.projections.project.ProjectPage;
import park.pipeline.projections.project.ProjectQueries;
import park.pipeline.projections.project.ProjectSearch;
import park.pipeline.projections.project.ProjectTime;

/** {@code GET /board}: a column for each stage, with its first cards; more come as one scrolls. */
@Controller
class BoardPage {
    private static final int CARDS = 20;
    private static final int MORE_CARDS = 50;
    private static final int MOST_CARDS = 500;

    private final BoardQueries board;
    private final ProjectQueries projects;

    BoardPage(BoardQueries board, ProjectQueries projects) {
        this.board = board;
        this.projects = projects;
    }

    /** @param cards how many a column shows: as many as the reader has before him, where the page is asked for again */
    @GetMapping("/board")
    String board(PageTime time, PageFilter filter, @RequestParam(defaultValue = "" + CARDS) int cards, Model model) {
        int limit = Math.clamp(cards, CARDS, MOST_CARDS);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "columns", board.board(filter.filter(), limit, at(time)).answer());
        return "board/page";
    }

    /** The next cards of a column, registered behind a position. */
    @GetMapping("/board/cards")
    String more(PageTime time, PageFilter filter, @RequestParam Stage stage, @RequestParam long after, Model model) {
        ProjectSearch search = new ProjectSearch(filter.filter(), List.of(stage), List.of(), List.of());
        ProjectPage page = projects.list(search, after, MORE_CARDS, at(time)).answer();
        model.addAttribute("filter", filter);
        model.addAttribute("stage", stage);
        model.addAttribute("cards", page);
        return "board/cards :: cards";
    }

    private static ProjectTime at(PageTime time) {
        return time.isNow() ? ProjectTime.now(time.today()) : ProjectTime.at(time.asOf(), time.knownAt());
    }
}
