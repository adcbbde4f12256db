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
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Retractable;
import park.pipeline.core.project.Stage;

/** Corrections: a wrong day, an entry that should not be there. */
@RestController
@RequestMapping("/api/projects/{id}")
class CorrectionController {
    record CorrectDateBody(
            @Nullable LocalDate occurredOn,
            @Nullable String stage,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String precision) {}

    /** A retraction happens when it is recorded, so it has no day of its own. */
    record RetractBody(
            @Nullable String what,
            @Nullable String permit,
            @Nullable String reason,
            @Nullable String note) {}

    private final CommandSender sender;

    CorrectionController(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping("/correct-date")
    ResponseEntity<CommandResult> correctDate(
            @PathVariable String id, @RequestBody CorrectDateBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        Stage stage = checks.requiredCode("stage", body.stage(), Stage.class);
        String reason = checks.requiredText("reason", body.reason(), Body.REASON);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.CorrectDate(Ids.uuid(id), day, stage, reason, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/retract")
    ResponseEntity<CommandResult> retract(
            @PathVariable String id, @RequestBody RetractBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        Retractable given = checks.code("what", body.what(), Retractable.class);
        Retractable what = given == null ? Retractable.STAGE : given;
        Permit permit = what == Retractable.PERMIT
                ? checks.requiredCode("permit", body.permit(), Permit.class)
                : refusePermit(checks, body.permit());
        String reason = checks.requiredText("reason", body.reason(), Body.REASON);
        Remarks remarks = Body.remarks(checks, body.note(), null);
        checks.done();
        return sender.send(
                new ProjectCommand.Retract(Ids.uuid(id), what, permit, reason, remarks),
                CommandHeaders.of(request, query));
    }

    /** A permit beside anything but {@code what: PERMIT} is a misunderstanding, and not passed over. */
    private static @Nullable Permit refusePermit(FieldChecks checks, @Nullable String permit) {
        if (permit != null) {
            checks.unknownCode("permit", permit);
        }
        return null;
    }
}
