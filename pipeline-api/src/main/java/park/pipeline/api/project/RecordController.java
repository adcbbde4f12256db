package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Query;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.project.ContactChannel;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Remarks;

/** The commands that record something without leading to another stage. */
@RestController
@RequestMapping("/api/projects/{id}")
class RecordController {
    record ProgressBody(
            @Nullable LocalDate occurredOn,
            @Nullable Long percent,
            @Nullable Long paidInCny,
            @Nullable String note,
            @Nullable String precision) {}

    record AssignBody(
            @Nullable LocalDate occurredOn,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String note,
            @Nullable String precision) {}

    record InvestmentBody(
            @Nullable LocalDate occurredOn,
            @Nullable Long investmentCny,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String precision) {}

    record ContactBody(
            @Nullable LocalDate occurredOn,
            @Nullable String channel,
            @Nullable String summary,
            @Nullable String place,
            @Nullable String note,
            @Nullable String precision) {}

    private static final int SUMMARY = 2_000;
    private static final int PLACE = 200;

    private final CommandSender sender;

    RecordController(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping("/report-progress")
    ResponseEntity<CommandResult> reportProgress(
            @PathVariable String id, @RequestBody ProgressBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        int percent = checks.requiredPercent("percent", body.percent());
        long paidIn = checks.requiredAmount("paidInCny", body.paidInCny());
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.ReportProgress(Ids.uuid(id), day, percent, paidIn, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/assign")
    ResponseEntity<CommandResult> assign(
            @PathVariable String id, @RequestBody AssignBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        String team = checks.requiredText("team", body.team(), Body.PERSON_OR_TEAM);
        String owner = checks.text("owner", body.owner(), Body.PERSON_OR_TEAM);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.Assign(Ids.uuid(id), day, team, owner, remarks), CommandHeaders.of(request, query));
    }

    @PostMapping("/revise-investment")
    ResponseEntity<CommandResult> reviseInvestment(
            @PathVariable String id, @RequestBody InvestmentBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        long amount = checks.requiredAmount("investmentCny", body.investmentCny());
        String reason = checks.requiredText("reason", body.reason(), Body.REASON);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.ReviseInvestment(Ids.uuid(id), day, amount, reason, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/log-contact")
    ResponseEntity<CommandResult> logContact(
            @PathVariable String id, @RequestBody ContactBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        ContactChannel channel = checks.requiredCode("channel", body.channel(), ContactChannel.class);
        String summary = checks.requiredLines("summary", body.summary(), SUMMARY);
        String place = checks.text("place", body.place(), PLACE);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.LogContact(Ids.uuid(id), day, channel, summary, place, remarks),
                CommandHeaders.of(request, query));
    }
}
