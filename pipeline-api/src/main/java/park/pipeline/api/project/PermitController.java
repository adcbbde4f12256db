package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** From the contract to the building site. */
@RestController
@RequestMapping("/api/projects/{id}")
class PermitController {
    record PermittingBody(
            @Nullable LocalDate occurredOn,
            @Nullable List<@Nullable String> requiredPermits,
            @Nullable String note,
            @Nullable String precision) {}

    record GrantBody(
            @Nullable LocalDate occurredOn,
            @Nullable String permit,
            @Nullable String documentNo,
            @Nullable String note,
            @Nullable String precision) {}

    record WaiveBody(
            @Nullable LocalDate occurredOn,
            @Nullable String permit,
            @Nullable String reason,
            @Nullable String documentNo,
            @Nullable String note,
            @Nullable String precision) {}

    private final CommandSender sender;

    PermitController(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping("/begin-permitting")
    ResponseEntity<CommandResult> beginPermitting(
            @PathVariable String id, @RequestBody PermittingBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        List<Permit> required = permits(checks, body.requiredPermits());
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.BeginPermitting(Ids.uuid(id), day, required, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/grant-permit")
    ResponseEntity<CommandResult> grantPermit(
            @PathVariable String id, @RequestBody GrantBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        Permit permit = checks.requiredCode("permit", body.permit(), Permit.class);
        String document = checks.text("documentNo", body.documentNo(), Body.DOCUMENT_NO);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.GrantPermit(Ids.uuid(id), day, permit, document, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/waive-permit")
    ResponseEntity<CommandResult> waivePermit(
            @PathVariable String id, @RequestBody WaiveBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        Permit permit = checks.requiredCode("permit", body.permit(), Permit.class);
        String reason = checks.requiredText("reason", body.reason(), Body.REASON);
        String document = checks.text("documentNo", body.documentNo(), Body.DOCUMENT_NO);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.WaivePermit(Ids.uuid(id), day, permit, reason, document, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/start-construction")
    ResponseEntity<CommandResult> startConstruction(
            @PathVariable String id,
            @RequestBody StageController.MilestoneBody body,
            HttpServletRequest request,
            Query query) {
        StageController.Milestone m = StageController.milestone(body);
        return sender.send(
                new ProjectCommand.StartConstruction(Ids.uuid(id), m.day(), m.remarks()),
                CommandHeaders.of(request, query));
    }

    private static @Nullable List<Permit> permits(FieldChecks checks, @Nullable List<@Nullable String> given) {
        if (given == null) {
            return null;
        }
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            permits.add(checks.requiredCode("requiredPermits[" + i + "]", given.get(i), Permit.class));
        }
        return permits;
    }
}
