package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
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
import park.pipeline.api.project.Body.CapacityBody;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.WithdrawalReason;

/** The commands that lead from stage to stage, but for those around permits. */
@RestController
@RequestMapping("/api/projects/{id}")
class StageController {
    /** A command that says no more than that it happened. */
    record MilestoneBody(
            @Nullable LocalDate occurredOn,
            @Nullable String note,
            @Nullable String precision) {}

    record IntentBody(
            @Nullable LocalDate occurredOn,
            @Nullable Long investmentCny,
            @Nullable String documentNo,
            @Nullable String note,
            @Nullable String precision) {}

    record ContractBody(
            @Nullable LocalDate occurredOn,
            @Nullable Long investmentCny,
            @Nullable BigDecimal landMu,
            @Nullable String documentNo,
            @Nullable String note,
            @Nullable String precision) {}

    record ProductionBody(
            @Nullable LocalDate occurredOn,
            @Nullable CapacityBody capacity,
            @Nullable String note,
            @Nullable String precision) {}

    record WithdrawBody(
            @Nullable LocalDate occurredOn,
            @Nullable String reasonCode,
            @Nullable String note,
            @Nullable String precision) {}

    private final CommandSender sender;

    StageController(CommandSender sender) {
        this.sender = sender;
    }

    @PostMapping("/open-negotiation")
    ResponseEntity<CommandResult> openNegotiation(
            @PathVariable String id, @RequestBody MilestoneBody body, HttpServletRequest request, Query query) {
        Milestone m = milestone(body);
        return sender.send(
                new ProjectCommand.OpenNegotiation(Ids.uuid(id), m.day(), m.remarks()),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/sign-intent")
    ResponseEntity<CommandResult> signIntent(
            @PathVariable String id, @RequestBody IntentBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        Long amount = checks.amount("investmentCny", body.investmentCny());
        String document = checks.text("documentNo", body.documentNo(), Body.DOCUMENT_NO);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.SignIntent(Ids.uuid(id), day, amount, document, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/sign-contract")
    ResponseEntity<CommandResult> signContract(
            @PathVariable String id, @RequestBody ContractBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        Long amount = checks.amount("investmentCny", body.investmentCny());
        BigDecimal land = checks.decimal("landMu", body.landMu());
        String document = checks.text("documentNo", body.documentNo(), Body.DOCUMENT_NO);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.SignContract(Ids.uuid(id), day, amount, land, document, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/commence-production")
    ResponseEntity<CommandResult> commenceProduction(
            @PathVariable String id, @RequestBody ProductionBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        Capacity capacity = Body.capacity(checks, body.capacity());
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.CommenceProduction(Ids.uuid(id), day, capacity, remarks),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/reach-full-capacity")
    ResponseEntity<CommandResult> reachFullCapacity(
            @PathVariable String id, @RequestBody MilestoneBody body, HttpServletRequest request, Query query) {
        Milestone m = milestone(body);
        return sender.send(
                new ProjectCommand.ReachFullCapacity(Ids.uuid(id), m.day(), m.remarks()),
                CommandHeaders.of(request, query));
    }

    @PostMapping("/withdraw")
    ResponseEntity<CommandResult> withdraw(
            @PathVariable String id, @RequestBody WithdrawBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        WithdrawalReason reason = checks.requiredCode("reasonCode", body.reasonCode(), WithdrawalReason.class);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.Withdraw(Ids.uuid(id), day, reason, remarks), CommandHeaders.of(request, query));
    }

    @PostMapping("/reopen")
    ResponseEntity<CommandResult> reopen(
            @PathVariable String id, @RequestBody MilestoneBody body, HttpServletRequest request, Query query) {
        Milestone m = milestone(body);
        return sender.send(
                new ProjectCommand.Reopen(Ids.uuid(id), m.day(), m.remarks()), CommandHeaders.of(request, query));
    }

    /** A day and the remarks to it, checked. */
    record Milestone(LocalDate day, Remarks remarks) {}

    static Milestone milestone(MilestoneBody body) {
        FieldChecks checks = new FieldChecks();
        Milestone milestone = new Milestone(
                checks.requiredDay("occurredOn", body.occurredOn()),
                Body.remarks(checks, body.note(), body.precision()));
        checks.done();
        return milestone;
    }
}
