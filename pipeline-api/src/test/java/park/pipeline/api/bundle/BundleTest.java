package park.pipeline.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;

/** A bundle proves itself to whoever holds the verifier key; whatever was done to it is found, and named. */
@PipelineTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class BundleTest {
    private static final int EVENTS = 12;
    private static final String EVENT_LINES = "events.ndjson";
    private static final String LEAVES = "leaves.txt";

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Api api;
    private Api auditor;
    private String key;
    private String project;
    private String early;
    private String output = "";

    /** Six projects with two events each; every project's second event comes after all the first ones. */
    @BeforeEach
    void aSealedLog() {
        api = Api.at(port);
        auditor = api.as("auditor");
        key = auditor.get("/api/audit/key").response().body();
        List<String> projects = new ArrayList<>();
        if (sealed() < EVENTS) {
            for (int i = 0; i < EVENTS / 2; i++) {
                projects.add(
                        post("/api/projects", """
                        {'name':'%s','enterprise':{'name':'企业'},'industry':'LITHIUM','occurredOn':'2023-01-05'}
                        """.formatted(UUID.randomUUID())).header("Location"));
            }
            Awaitility.await().until(this::sealed, size -> size == EVENTS / 2);
            projects.forEach(p -> post(p + "/sign-intent", "{'occurredOn':'2023-02-01','investmentCny':5000000}"));
            Awaitility.await().until(this::sealed, size -> size == EVENTS);
        }
        early = jdbc.queryForObject(
                "select note from seal_checkpoint where tree = 'projects' and tree_size = ?", String.class, EVENTS / 2);
        project = jdbc.queryForObject("select stream_id from event_log where log_position = 3", UUID.class)
                .toString();
    }

    @Test
    void the_whole_log_is_proven() {
        Zip bundle = download("");

        assertThat(bundle.entries().keySet())
                .containsExactly("README.txt", "checkpoint.txt", "key.txt", EVENT_LINES, LEAVES);
        assertThat(bundle.lines(EVENT_LINES))
                .isEqualTo(auditor.with("Accept", "application/x-ndjson")
                        .get("/api/audit/events")
                        .response()
                        .body()
                        .lines()
                        .toList());
        assertThat(verify(bundle)).isZero();
        assertThat(output).startsWith("PROVEN\n" + EVENTS + " events, the whole log of pipeline.example/log");
        assertThat(verify(bundle, "--checkpoint", file("early", early), "--lang", "zh"))
                .isZero();
        assertThat(output).startsWith("已证实\npipeline.example/log 的完整日志，共 12 个事件");
        assertThat(bundle.text("README.txt")).contains("java -jar pipeline-api.jar verify", "证据包", "openssl");
        assertThat(bundle.text("key.txt").strip()).isEqualTo(key);
    }

    @Test
    void one_project_is_proven() {
        Zip bundle = download("?projectId=" + project);

        assertThat(bundle.lines(EVENT_LINES)).hasSize(2).allMatch(line -> line.contains(project));
        assertThat(verify(bundle)).isZero();
        assertThat(output).contains("2 events of project " + project);
    }

    @Test
    void a_key_may_stand_in_a_file() {
        assertThat(run(download("").write(folder.resolve("b.zip")).toString(), "--key", file("key", key + "\n")))
                .isZero();
    }

    @Test
    void one_byte_of_an_event_flipped() {
        for (String query : List.of("", "?projectId=" + project)) {
            Zip bundle = download(query);
            bundle.lines(EVENT_LINES, lines -> changed(lines, "5000000", "5000001"));
            assertThat(verify(bundle)).isEqualTo(1);
            assertThat(output)
                    .isEqualTo("NOT PROVEN\nThe event at position %d is not the one that was sealed.\n"
                            .formatted(query.isEmpty() ? 7 : 9));
        }
    }

    @Test
    void an_event_deleted() {
        assertThat(verify(download("").lines(EVENT_LINES, lines -> without(lines, 4))))
                .isEqualTo(1);
        assertThat(output).contains("At position 5 there is the event of position 6");
        assertThat(verify(download("?projectId=" + project)
                        .lines(EVENT_LINES, lines -> without(lines, 0))
                        .lines("proofs.ndjson", lines -> without(lines, 0))))
                .isEqualTo(1);
        assertThat(output).contains("Event 1 of the project is missing");
    }

    @Test
    void two_events_swapped() {
        assertThat(verify(download("").lines(EVENT_LINES, swapped(2, 7)))).isEqualTo(1);
        assertThat(output).contains("At position 3 there is the event of position 8");
        assertThat(verify(download("").lines(EVENT_LINES, swapped(2, 7)).lines(LEAVES, swapped(2, 7))))
                .isEqualTo(1);
        assertThat(output).contains("do not lead to the root that was signed");
    }

    @Test
    void the_tail_cut_off() {
        assertThat(verify(download("").lines(EVENT_LINES, lines -> lines.subList(0, 10))))
                .isEqualTo(1);
        assertThat(output).contains("The events end before position 11; 12 were signed.");
        assertThat(verify(download("")
                        .lines(EVENT_LINES, lines -> lines.subList(0, 10))
                        .lines(LEAVES, lines -> lines.subList(0, 10))))
                .isEqualTo(1);
        assertThat(output).contains("The hashes of the 10 lines do not lead to the root that was signed for 12");
        assertThat(verify(download("?projectId=" + project).lines("proofs.ndjson", lines -> lines.subList(0, 1))))
                .isEqualTo(1);
        assertThat(output).contains("The event at position 9 has no proof.");
    }

    @Test
    void an_event_too_many() {
        assertThat(verify(download("").lines(EVENT_LINES, lines -> {
                    lines.add(lines.getLast().replace("\"position\":12", "\"position\":13"));
                    return lines;
                })))
                .isEqualTo(1);
        assertThat(output).contains("more events than the 12");
    }

    @Test
    void an_older_log_is_shown_by_a_newer_checkpoint_and_a_rewritten_one_by_an_older() throws IOException {
        Zip older = download("");
        String cut = "pipeline.example/log\n6\n" + early.lines().toList().get(2) + "\n";
        assertThat(early).startsWith(cut);
        older.put("checkpoint.txt", early)
                .lines(EVENT_LINES, lines -> lines.subList(0, 6))
                .lines(LEAVES, lines -> lines.subList(0, 6));
        assertThat(verify(older)).isZero();
        assertThat(verify(older, "--checkpoint", file("newest", download("").text("checkpoint.txt"))))
                .isEqualTo(1);
        assertThat(output).contains("The older checkpoint is of 12 events, and this log has 6 only");

        Zip rewritten = rewritten();
        assertThat(verify(rewritten)).as("signed by the thief of the key").isZero();
        assertThat(verify(rewritten, "--checkpoint", file("early", early))).isEqualTo(1);
        assertThat(output).contains("The older checkpoint of 6 events was signed for other events");
        assertThat(verify(download("?projectId=" + project), "--checkpoint", file("early", early)))
                .isEqualTo(2);
    }

    @Test
    void a_foreign_key_or_a_note_that_nobody_signed() {
        String foreign = "pipeline.example/log+c4f2f3b7+AQ==";
        assertThat(run(download("").write(folder.resolve("b.zip")).toString(), "--key", foreign))
                .isEqualTo(2);
        Zip unsigned = download("");
        unsigned.put("checkpoint.txt", unsigned.text("checkpoint.txt").replace("\n12\n", "\n13\n"));
        assertThat(verify(unsigned)).isEqualTo(1);
        assertThat(output).contains("is not signed by the key " + key);
    }

    @Test
    void what_is_no_bundle_is_not_checked() throws IOException {
        assertThat(verify(download("").put("../evil.sh", "x"))).isEqualTo(2);
        assertThat(output).startsWith("NOT CHECKED\nThe zip holds ../evil.sh");
        Zip missing = download("");
        missing.entries().remove(LEAVES);
        assertThat(verify(missing)).isEqualTo(2);
        assertThat(verify(download("").put("checkpoint.txt", "x".repeat(100_000))))
                .isEqualTo(2);
        assertThat(verify(download("").put(EVENT_LINES, "x".repeat(Lines.LONGEST + 1))))
                .isEqualTo(2);
        assertThat(output).contains("longer than any line");
        assertThat(verify(download("").put(EVENT_LINES, "{}"))).isEqualTo(2);
        assertThat(verify(download("").put(EVENT_LINES, "no json\n"))).isEqualTo(1);
        assertThat(verify(download("").put(EVENT_LINES, "{\"b\":1, \"a\":2}\n")))
                .isEqualTo(1);
        assertThat(verify(download("").put(LEAVES, "%%%\n"))).isEqualTo(1);
        byte[] whole = download("").bytes();
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(run(half.toString(), "--key", key)).isEqualTo(2);
        assertThat(run(folder.resolve("none.zip").toString(), "--key", key)).isEqualTo(2);
        assertThat(run("b.zip")).isEqualTo(2);
        assertThat(output).contains("Usage: java -jar pipeline-api.jar verify");
        assertThat(run("b.zip", "--key", key, "--unheard-of", "x")).isEqualTo(2);
    }

    @Test
    void only_auditors_get_bundles_and_only_of_what_is_there() {
        assertThat(api.get("/api/audit/bundle").problem()).isEqualTo("403 forbidden");
        assertThat(auditor.get("/api/audit/bundle?projectId=" + UUID.randomUUID())
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(auditor.get("/api/audit/bundle?projectId=x").problem()).isEqualTo("404 not-found");
        assertThat(auditor.get("/api/audit/bundle?project=x").problem()).isEqualTo("400 malformed");
        Answer answer = auditor.get("/api/audit/bundle?projectId=" + project);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).contains("pipeline-project-" + project + "-12.zip");
        assertThat(answer.header("Pipeline-Position")).isEqualTo("12");
    }

    /** What a thief of the key would make: another log, with all its hashes, signed by the right key. */
    private Zip rewritten() {
        jdbc.update("create table kept_log as select * from event_log");
        jdbc.update("create table kept_node as select * from seal_node");
        jdbc.update("create table kept_checkpoint as select * from seal_checkpoint");
        try {
            jdbc.update("update event_log set actor = 'x' where log_position = 2");
            jdbc.update("delete from seal_node");
            jdbc.update("delete from seal_checkpoint");
            jdbc.update("update seal_tree set tree_size = 0");
            Awaitility.await().until(this::sealed, size -> size == EVENTS);
            return download("");
        } finally {
            jdbc.update("delete from event_log");
            jdbc.update("insert into event_log select * from kept_log");
            jdbc.update("delete from seal_checkpoint");
            jdbc.update("insert into seal_checkpoint select * from kept_checkpoint");
            jdbc.update("delete from seal_node");
            jdbc.update("insert into seal_node select * from kept_node");
            jdbc.update("drop table kept_log, kept_node, kept_checkpoint");
        }
    }

    private long sealed() {
        Long size = jdbc.queryForObject(
                "select coalesce(max(tree_size), 0) from seal_checkpoint where tree = 'projects'", Long.class);
        return size == null ? 0 : size;
    }

    private Zip download(String query) {
        return Zip.of(auditor.bytes("/api/audit/bundle" + query));
    }

    private String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int verify(Zip bundle, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(bundle.write(folder.resolve("b.zip")).toString(), "--key", key));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                new VerifyCommand(new PrintStream(said, true, StandardCharsets.UTF_8), Locale.ENGLISH).run(arguments);
        output = said.toString(StandardCharsets.UTF_8).replace("\r", "");
        return code;
    }

    private static List<String> changed(List<String> lines, String from, String to) {
        int which = 0;
        while (!lines.get(which).contains(from)) {
            which++;
        }
        lines.set(which, lines.get(which).replace(from, to));
        return lines;
    }

    private static List<String> without(List<String> lines, int which) {
        lines.remove(which);
        return lines;
    }

    private static UnaryOperator<List<String>> swapped(int one, int other) {
        return lines -> {
            Collections.swap(lines, one, other);
            return lines;
        };
    }

    private Answer post(String path, String body) {
        Answer answer = api.command(path, body);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer;
    }
}
