package park.pipeline.api.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewShareTest {
    private static final List<String> VIEWS = List.of("project", "funnel", "history", "stage");

    @Test
    void every_view_has_one_node_and_no_node_two_more_than_another() {
        for (int n = 1; n <= 6; n++) {
            List<String> nodes =
                    IntStream.range(0, n).mapToObj(i -> "node-" + i).toList();
            List<String> taken = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            for (String node : nodes) {
                var share = ViewShare.of(node, nodes, VIEWS);
                taken.addAll(share);
                sizes.add(share.size());
            }
            assertThat(taken).as("%s nodes", n).containsExactlyInAnyOrderElementsOf(VIEWS);
            assertThat(sizes.stream().mapToInt(s -> s).max().orElseThrow()
                            - sizes.stream().mapToInt(s -> s).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_node_of_which_nothing_was_heard_yet_takes_nothing_from_the_others() {
        assertThat(ViewShare.of("new", List.of("old"), VIEWS)).isEmpty();
        assertThat(ViewShare.of("alone", List.of(), VIEWS)).containsExactlyInAnyOrderElementsOf(VIEWS);
    }
}
