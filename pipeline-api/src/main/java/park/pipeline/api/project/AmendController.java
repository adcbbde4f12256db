package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Query;
import park.pipeline.api.project.Body.CapacityBody;
import park.pipeline.api.project.Body.EnterpriseBody;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.project.ChainEffect;
import park.pipeline.core.project.Change;
import park.pipeline.core.project.ProfileChanges;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;

/** {@code amend}: the profile was wrong or has changed. A field left out stays, null clears an optional one. */
@RestController
class AmendController {
    record AmendBody(
            @Nullable LocalDate occurredOn,
            @Nullable Change<String> name,
            @Nullable Change<EnterpriseBody> enterprise,
            @Nullable Change<String> industry,
            @Nullable Change<String> kind,
            @Nullable Change<String> origin,
            @Nullable Change<String> chainEffect,
            @Nullable Change<CapacityBody> capacity,
            @Nullable Change<BigDecimal> landMu,
            @Nullable Change<String> reference,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String precision) {}

    private final CommandSender sender;
    private final Catalogue catalogue;

    AmendController(CommandSender sender, Catalogue catalogue) {
        this.sender = sender;
        this.catalogue = catalogue;
    }

    @PostMapping("/api/projects/{id}/amend")
    ResponseEntity<CommandResult> amend(
            @PathVariable String id, @RequestBody AmendBody body, HttpServletRequest request, Query query) {
        FieldChecks checks = new FieldChecks();
        LocalDate day = checks.requiredDay("occurredOn", body.occurredOn());
        ProfileChanges changes = changes(body, checks);
        String reason = checks.requiredText("reason", body.reason(), Body.REASON);
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        checks.done();
        return sender.send(
                new ProjectCommand.Amend(Ids.uuid(id), day, changes, reason, remarks),
                CommandHeaders.of(request, query));
    }

    private ProfileChanges changes(AmendBody body, FieldChecks checks) {
        ProfileFields fields = new ProfileFields(checks, catalogue);
        return new ProfileChanges(
                due(body.name(), text -> checks.requiredText("name", text, 200)),
                due(body.enterprise(), fields::enterprise),
                due(body.industry(), fields::industry),
                due(body.kind(), code -> checks.requiredCode("kind", code, ProjectKind.class)),
                optional(body.origin(), fields::origin),
                optional(body.chainEffect(), code -> checks.code("chainEffect", code, ChainEffect.class)),
                optional(body.capacity(), capacity -> Body.capacity(checks, capacity)),
                optional(body.landMu(), land -> checks.decimal("landMu", land)),
                optional(body.reference(), text -> checks.text("reference", text, 64)));
    }

    private interface Reading<T, R> {
        R of(@Nullable T given);
    }

    /** A field that cannot be cleared: null is read as missing. */
    private static <T, R> @Nullable Change<R> due(@Nullable Change<T> given, Reading<T, R> reading) {
        return given == null ? null : new Change<>(reading.of(given.to()));
    }

    /** A field that null clears. */
    private static <T, R> @Nullable Change<R> optional(@Nullable Change<T> given, Function<T, @Nullable R> reading) {
        if (given == null) {
            return null;
        }
        return new Change<>(given.to() == null ? null : reading.apply(given.to()));
    }
}
