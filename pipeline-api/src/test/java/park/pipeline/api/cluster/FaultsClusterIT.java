package park.pipeline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under load, a node or the database fails: nothing acknowledged is lost, nothing is done twice, and all goes on by itself. */
class FaultsClusterIT {
    private static final Duration HANDED_OVER = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void a_node_that_is_killed_leaves_its_views_to_the_others() throws Exception {
        try (Cluster cluster = new Cluster(folder, 3);
                Load load = new Load(cluster)) {
            cluster.awaitFeeders(HANDED_OVER, "node-0", "node-1", "node-2");
            load.awaitMore(100, SOON);

            cluster.node(1).kill();

            cluster.awaitFeeders(HANDED_OVER, "node-0", "node-2");
            load.awaitMore(100, SOON);
            cluster.restart(1);
            cluster.awaitFeeders(HANDED_OVER, "node-0", "node-1", "node-2");
            load.end();
            cluster.check(load, 1);
        }
    }

    @Test
    void a_database_that_is_away_for_a_while_is_awaited() throws Exception {
        try (Cluster cluster = new Cluster(folder, 2);
                Load load = new Load(cluster)) {
            load.awaitMore(100, SOON);

            cluster.postgres.stop();
            pass(Duration.ofSeconds(20));
            assertThat(load.troubles()).containsKey("503 unavailable");
            cluster.postgres.start();

            load.awaitMore(100, SOON);
            cluster.awaitFeeders(HANDED_OVER, "node-0", "node-1");
            load.end();
            cluster.check(load, 0);
        }
    }

    @Test
    void a_node_that_freezes_holds_nobody_up_and_does_no_harm_when_it_goes_on() throws Exception {
        try (Cluster cluster = new Cluster(folder, 2);
                Load load = new Load(cluster)) {
            cluster.awaitFeeders(HANDED_OVER, "node-0", "node-1");
            load.awaitMore(100, SOON);

            cluster.node(0).freeze();
            cluster.awaitFeeders(HANDED_OVER, "node-1");
            load.awaitMore(50, SOON);
            pass(Duration.ofSeconds(15));
            cluster.node(0).thaw();

            load.awaitMore(100, SOON);
            cluster.awaitFeeders(HANDED_OVER, "node-0", "node-1");
            load.end();
            cluster.check(load, 0);
        }
    }

    @Test
    void a_rolling_restart_fails_no_request_of_a_client_who_comes_again() throws Exception {
        try (Cluster cluster = new Cluster(folder, 2);
                Load load = new Load(cluster)) {
            load.awaitMore(50, SOON);
            for (int node = 0; node < cluster.size(); node++) {
                cluster.node(node).stop();
                assertThat(cluster.node(node).end()).isIn(0, 143);
                load.awaitMore(20, SOON);
                cluster.restart(node);
                load.awaitMore(20, SOON);
            }
            load.end();
            assertThat(load.longest()).isLessThan(Duration.ofSeconds(15));
            cluster.check(load, 0);
        }
    }

    /** Lets the trouble last; nothing is waited for. */
    private static void pass(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }
}
