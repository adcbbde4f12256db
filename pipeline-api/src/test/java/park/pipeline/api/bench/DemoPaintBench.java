package park.pipeline.api.bench;

import org.junit.jupiter.api.Test;
import park.pipeline.api.pages.DemoBrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

/** The overview of the demo, in a browser. */
@DemoBrowserTest
class DemoPaintBench {
    @Test
    void milliseconds_to_the_first_paint_and_to_the_last(Visitors visitors) {
        Visitor leader = visitors.zh("leader");
        PaintRounds.print("sign-in form", visitors.stranger(), "/login", "#username");
        PaintRounds.print("overview, demo", leader, "/", "#trend svg");
        PaintRounds.print(
                "overview, demo, as known a year ago", leader, "/?knownAt=2025-11-25T00:00:00Z", "#trend svg");
        PaintRounds.print("board, demo", leader, "/board", ".board-card");
    }
}
