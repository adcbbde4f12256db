package park.pipeline.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.log.LogReader;
import tools.jackson.databind.JsonNode;

/** The import as a client sees it. All tests share one log, so each has references and names of its own. */
@PipelineTest
class ImportTest {
    private static final String HEADING =
            "reference,name,enterprise,industry,lead,production,withdrawn,withdrawReason\n";

    @LocalServerPort
    int port;

    @Autowired
    LogReader log;

    private final String mine = UUID.randomUUID().toString().substring(0, 8);
    private Api api;

    @BeforeEach
    void client() {
        api = Api.at(port);
    }

    @Test
    void a_dry_run_counts_what_the_real_run_takes_and_writes_nothing() throws IOException {
        byte[] file = sample();
        long head = log.head();
        JsonNode dry = run("/api/imports?dryRun=true", file);
        assertThat(log.head()).isEqualTo(head);
        JsonNode real = run("/api/imports", file);
        assertThat(log.head()).isGreaterThan(head);
        assertThat(counts(real)).isEqualTo("DONE: 258 of 258, 228 + 0 + 30");
        assertThat(counts(dry)).isEqualTo(counts(real));
        assertThat(dry.path("errors")).isEqualTo(real.path("errors"));
        assertThat(codes(real)).containsOnly("no-date", "out-of-order-date").hasSize(30);
        assertThat(real.path("dryRun").asBoolean()).isFalse();
        assertThat(dry.path("dryRun").asBoolean()).isTrue();

        // Sent again, in another encoding: nothing new.
        head = log.head();
        byte[] again = new String(file, UTF_8).getBytes(Charset.forName("GB18030"));
        for (String path : List.of("/api/imports?dryRun=true", "/api/imports?dryRun=false")) {
            assertThat(counts(run(path, again))).isEqualTo("DONE: 258 of 258, 0 + 228 + 30");
        }
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void the_same_table_as_a_workbook_is_the_same_import() throws IOException {
        byte[] file = sample();
        run("/api/imports", file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("项目");
            List<CsvRecord> records =
                    CsvReader.builder()
                            .skipEmptyLines(false)
                            .ofCsvRecord(new String(file, UTF_8).replace("\uFEFF", ""))
                            .stream()
                            .toList();
            for (int row = 0; row < records.size(); row++) {
                for (int column = 0; column < records.get(row).getFieldCount(); column++) {
                    write(sheet, row, column, records.get(row).getField(column));
                }
            }
        }

        JsonNode again = run("/api/imports", bytes.toByteArray());

        assertThat(counts(again)).isEqualTo("DONE: 258 of 258, 0 + 228 + 30");
        assertThat(codes(again)).containsOnly("no-date", "out-of-order-date").hasSize(30);
    }

    /** As a spreadsheet would have it: days as days, amounts as numbers. */
    private static void write(Worksheet sheet, int row, int column, String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (text.matches("[1-9]\\d{5,14}")) {
            sheet.value(row, column, Long.parseLong(text));
        } else if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    @Test
    void one_row_writes_an_event_a_milestone_in_one_instant() {
        JsonNode done = run(
                "/api/imports",
                ("编号,项目名称,企业名称,产业,建设性质,来源地,招商小组,投资额（元）,产能,产能单位,线索日期,在谈日期,意向签约日期,正式签约日期,前期手续日期,开工日期,投产日期,"
                                + "达产日期,退出日期,退出原因,日期精度,备注\nGH-" + mine
                                + ",碳纤维项目,某公司" + mine
                                + ",碳纤维,,,,,14000,t/a,2021-03-01,,,2021-09-10,,2022-05-01,,,,,,\n")
                        .getBytes(UTF_8));
        assertThat(counts(done)).isEqualTo("DONE: 1 of 1, 1 + 0 + 0");
        long head = log.head();
        JsonNode project = project("GH-" + mine);
        JsonNode events = api.with("Pipeline-Min-Position", Long.toString(head))
                .get("/api/projects/" + project.path("id").asString() + "/history")
                .json()
                .path("items");
        assertThat(events)
                .extracting(e -> e.path("type").asString())
                .containsExactly("LeadRegistered", "ContractSigned", "ConstructionStarted");
        assertThat(events)
                .extracting(e -> e.path("data").path("imported").asBoolean())
                .containsOnly(true);
        assertThat(events)
                .extracting(e -> e.path("recordedAt").asString())
                .containsOnly(events.get(0).path("recordedAt").asString());
        assertThat(events).extracting(e -> e.path("actor").asString()).containsOnly("promoter");
    }

    @Test
    void errors_come_in_the_order_of_the_rows_and_in_the_readers_language() {
        String rows = row("1", "a", "2021-01-02,2021-01-01")
                + row("2", "b", ",,2021-01-01,LAND")
                + row("3", "c", "2021-01-01,2021-01-02,2021-01-03,LAND")
                + row("4", "", "2021-01-01");
        JsonNode done = run("/api/imports", (HEADING + rows).getBytes(UTF_8));
        assertThat(done.path("errors"))
                .extracting(e -> e.path("row").asInt() + " " + e.path("column").asString() + " "
                        + e.path("code").asString())
                .containsExactly(
                        "2 production out-of-order-date",
                        "3 lead no-date",
                        "4 withdrawn wrong-stage",
                        "5 name required");
        assertThat(done.path("errors").get(0).path("message").asString())
                .isEqualTo("日期 2021-01-01 早于前一个日期 2021-01-02。");
        JsonNode english = api.with("Accept-Language", "en")
                .get("/api/imports/" + done.path("id").asString())
                .json();
        assertThat(english.path("errors").get(2).path("message").asString())
                .isEqualTo("The project is in \"Production\"; this is possible in: Lead, Negotiation, Intent signed,"
                        + " Contract signed, Permitting, Construction.");
        assertThat(english.has("failure")).isFalse();
    }

    @Test
    void another_content_or_a_reference_from_elsewhere_is_a_duplicate() {
        run("/api/imports", (HEADING + row("1", "a", "2021-01-01")).getBytes(UTF_8));
        Answer registered = api.command(
                "/api/projects",
                "{'name':'b%s','enterprise':{'name':'e'},'industry':'OTHER','occurredOn':'2021-01-01','reference':'%s-2'}"
                        .formatted(mine, mine));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        String id = registered.json().path("projectId").asString();
        byte[] file = (HEADING
                        + row("1", "a", "2021-01-02")
                        + row("2", "b", "2021-01-01")
                        + row("3", "b", "2021-01-01"))
                .replace(",an enterprise of " + mine + ",OTHER,2021-01-01", ",e,OTHER,2021-01-01")
                .getBytes(UTF_8);
        JsonNode dry = run("/api/imports?dryRun=true", file);
        JsonNode done = run("/api/imports", file);
        assertThat(counts(done)).isEqualTo("DONE: 3 of 3, 0 + 0 + 3");
        assertThat(dry.path("errors")).isEqualTo(done.path("errors"));
        assertThat(done.path("errors"))
                .extracting(e -> e.path("row").asInt() + " " + e.path("column").asString() + " "
                        + e.path("code").asString())
                .contains(
                        "2 reference duplicate-reference", "3 reference duplicate-reference", "4 name duplicate-lead");
        assertThat(done.path("errors"))
                .filteredOn(e -> e.path("row").asInt() == 4)
                .singleElement()
                .satisfies(e -> assertThat(e.path("message").asString()).contains(id));
    }

    @Test
    void equal_rows_in_one_file_are_one_project() {
        byte[] file = (HEADING
                        + row("1", "a", "2021-01-01")
                        + row("1", "a", "2021/1/1")
                        + row("2", "A.", "2021-01-01")
                        + row("1", "a", "2021-01-02"))
                .getBytes(UTF_8);
        JsonNode dry = run("/api/imports?dryRun=true", file);
        JsonNode done = run("/api/imports", file);
        assertThat(counts(done)).isEqualTo("DONE: 4 of 4, 1 + 1 + 2").isEqualTo(counts(dry));
        assertThat(codes(done)).isEqualTo(codes(dry)).contains("duplicate-lead", "duplicate-reference");
    }

    @Test
    void a_file_that_is_no_import_is_refused_at_once() {
        assertThat(api.upload("/api/imports", "reference,name\n".getBytes(UTF_8))
                        .problem())
                .isEqualTo("422 missing-column");
        assertThat(api.upload("/api/imports", ("colour," + HEADING).getBytes(UTF_8))
                        .problem())
                .isEqualTo("422 unknown-column");
        Answer zip = api.upload("/api/imports", "PK\u0003\u0004".getBytes(UTF_8));
        assertThat(zip.problem()).isEqualTo("422 unreadable-file");
        assertThat(zip.header("Content-Type")).startsWith("application/problem+json");
        assertThat(api.upload("/api/imports", new byte[(20 << 20) + 1]).status())
                .isEqualTo(413);
    }

    @Test
    void a_request_that_makes_no_sense_is_refused() {
        byte[] file = HEADING.getBytes(UTF_8);
        assertThat(api.upload("/api/imports?dryRun=yes", file).status()).isEqualTo(400);
        assertThat(api.upload("/api/imports?dryRun=true&dryRun=true", file).status())
                .isEqualTo(400);
        assertThat(api.upload("/api/imports?dryrun=true", file).status()).isEqualTo(400);
        assertThat(api.post("/api/imports", "{}").status()).isEqualTo(415);
        assertThat(api.get("/api/imports/" + UUID.randomUUID()).problem()).isEqualTo("404 not-found");
        assertThat(api.get("/api/imports/1").problem()).isEqualTo("404 not-found");
        assertThat(api.get("/api/imports?limit=0").status()).isEqualTo(400);
    }

    @Test
    void imports_are_listed_from_the_newest_on_without_their_errors() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.addFirst(run("/api/imports", HEADING.getBytes(UTF_8)).path("id").asString());
        }
        JsonNode first = api.get("/api/imports?limit=2").json();
        JsonNode second = api.get("/api/imports?limit=1&cursor="
                        + first.path("nextCursor").asString())
                .json();
        List<String> listed = new ArrayList<>();
        first.path("items").forEach(i -> listed.add(i.path("id").asString()));
        second.path("items").forEach(i -> listed.add(i.path("id").asString()));
        assertThat(listed).isEqualTo(ids);
        assertThat(first.path("items").get(0).has("errors")).isFalse();
    }

    private JsonNode run(String path, byte[] file) {
        Answer started = api.upload(path, file);
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        assertThat(started.header("Location"))
                .endsWith("/api/imports/" + started.json().path("id").asString());
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> api.get("/api/imports/"
                                        + started.json().path("id").asString())
                                .json(),
                        job -> !job.path("status").asString().equals("RUNNING"));
    }

    private JsonNode project(String reference) {
        JsonNode found = api.with("Pipeline-Min-Position", Long.toString(log.head()))
                .get("/api/projects?q=" + reference)
                .json();
        return found.path("items").get(0);
    }

    private String row(String number, String name, String days) {
        return "%s-%s,%s,an enterprise of %s,OTHER,%s\n"
                .formatted(mine, number, name.isEmpty() ? "" : name + mine, mine, days);
    }

    private static String counts(JsonNode job) {
        return "%s: %d of %d, %d + %d + %d"
                .formatted(
                        job.path("status").asString(),
                        job.path("processed").asInt(),
                        job.path("rows").asInt(),
                        job.path("accepted").asInt(),
                        job.path("unchanged").asInt(),
                        job.path("rejected").asInt());
    }

    private static List<String> codes(JsonNode job) {
        List<String> codes = new ArrayList<>();
        job.path("errors").forEach(e -> codes.add(e.path("code").asString()));
        return codes;
    }

    private static byte[] sample() throws IOException {
        try (InputStream in = ImportTest.class.getResourceAsStream("/imports/repd-2021q2-sample.csv")) {
            return in.readAllBytes();
        }
    }
}
