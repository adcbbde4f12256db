package park.pipeline.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.log.Append;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LogWriter;
import park.pipeline.core.project.ClaimChange;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Timeline;

/** Long streams are decided on from a snapshot, and nobody can tell by the decisions. */
@PipelineTest
@DirtiesContext // its log is rewritten
class SnapshotTest {
    private static final int LONG = 120;

    @LocalServerPort
    int port;

    @Autowired
    EventStore store;

    @Autowired
    LogReader log;

    @Autowired
    LogWriter writer;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_snapshot_remembers_what_the_events_add_up_to_and_later_ones_are_never_missed() {
        Leads leads = new Leads(Api.at(port));
        String address = leads.register("2023-01-05", 1_000L);
        for (int i = 0; i < LONG; i++) {
            leads.does(
                    address,
                    "revise-investment",
                    "{'occurredOn':'2023-02-01','investmentCny':%d,'reason':'r'}".formatted(i));
        }
        UUID project = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));

        Object first = store.readEvents(project.toString()).peek().getPayload();

        assertThat(first).isInstanceOf(Project.class);
        Timeline remembered = ((Project) first).timeline();
        Timeline folded = Timeline.EMPTY;
        for (var event : log.streams().of(project, 1, Long.MAX_VALUE)) {
            folded = event.recorded().sequence() <= remembered.version() ? folded.after(event.recorded()) : folded;
        }
        assertThat(remembered).isEqualTo(folded);
        assertThat(remembered.version()).isGreaterThan(LONG / 2);

        byAnotherNode(project, LONG + 2);
        assertThat(leads.does(address, "sign-intent", "{'occurredOn':'2023-03-01'}")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(LONG + 3);
        assertThat(Api.at(port)
                        .command(
                                address + "/revise-investment",
                                "{'occurredOn':'2023-02-01','investmentCny':7,'reason':'r'}")
                        .problem())
                .as("the snapshot knows on which day another node changed the amount")
                .isEqualTo("409 out-of-order-date");
    }

    @Test
    void what_the_log_no_longer_holds_is_not_remembered() {
        Leads leads = new Leads(Api.at(port));
        String address = leads.register("2023-01-05", 1_000L);
        UUID project = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        leads.does(address, "sign-intent", "{'occurredOn':'2023-03-01'}");
        leads.does(address, "sign-contract", "{'occurredOn':'2023-04-01'}");
        leads.does(address, "log-contact", "{'occurredOn':'2023-04-02','channel':'CALL','summary':'s'}");

        // as after a restore of the database under a running service
        jdbc.update("delete from event_log where stream_id = ? and stream_sequence > 2", project);

        assertThat(leads.does(address, "sign-contract", "{'occurredOn':'2023-05-01'}")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(3);
    }

    private void byAnotherNode(UUID project, long sequence) {
        ProjectEvent revised =
                new ProjectEvent.InvestmentRevised(LocalDate.of(2023, 2, 15), 5, "elsewhere", Remarks.NONE);
        writer.submit(new Append(
                        project,
                        "other",
                        List.of(new EventCodec().line(UUID.randomUUID(), sequence, revised)),
                        ClaimChange.NONE,
                        null,
                        null,
                        null))
                .await();
    }
}
