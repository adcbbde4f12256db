package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.api.problem.Language;
import park.pipeline.api.problem.Words;
import park.pipeline.api.project.Body.CapacityBody;
import park.pipeline.api.project.Body.EnterpriseBody;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.project.ChainEffect;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;
import park.pipeline.projections.project.ProjectItem;
import park.pipeline.projections.project.ProjectQueries;

/** {@code POST /api/projects}: a lead comes in. */
@RestController
class RegisterController {
    record RegisterBody(
            @Nullable String name,
            @Nullable EnterpriseBody enterprise,
            @Nullable String industry,
            @Nullable LocalDate occurredOn,
            @Nullable Long investmentCny,
            @Nullable String kind,
            @Nullable String origin,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String source,
            @Nullable CapacityBody capacity,
            @Nullable BigDecimal landMu,
            @Nullable String chainEffect,
            @Nullable String reference,
            @Nullable String precision,
            @Nullable String note) {}

    private final CommandSender sender;
    private final Catalogue catalogue;
    private final ProjectQueries projects;
    private final Reads reads;
    private final Words words;

    RegisterController(CommandSender sender, Catalogue catalogue, ProjectQueries projects, Reads reads, Words words) {
        this.sender = sender;
        this.catalogue = catalogue;
        this.projects = projects;
        this.reads = reads;
        this.words = words;
    }

    @PostMapping("/api/projects")
    ResponseEntity<CommandResult> register(@RequestBody RegisterBody body, HttpServletRequest request, Query query) {
        CommandHeaders headers = CommandHeaders.of(request, query);
        RegisterLead command = command(body, UUID.randomUUID());
        // Looked for before, so that the project itself is not among them.
        List<ProjectItem> similar =
                projects.similar(command.projectId(), command.profile().enterprise(), reads.today());
        List<CommandResult.Warning> warnings =
                similar.stream().map(p -> warning(p, Language.of(request))).toList();
        return sender.create(command, "/api/projects/" + command.projectId(), warnings, headers);
    }

    private CommandResult.Warning warning(ProjectItem similar, Locale locale) {
        Map<String, Object> values = Map.of("name", similar.name(), "stage", similar.stage());
        return new CommandResult.Warning(
                "similar-lead", words.detail("similar-lead", values, locale), similar.id(), similar.name());
    }

    private RegisterLead command(RegisterBody body, UUID id) {
        FieldChecks checks = new FieldChecks();
        ProfileFields fields = new ProfileFields(checks, catalogue);
        Enterprise enterprise = fields.enterprise(body.enterprise());
        String name = checks.requiredText("name", body.name(), 200);
        ProjectKind kind = checks.code("kind", body.kind(), ProjectKind.class);
        Profile profile = new Profile(
                name,
                enterprise,
                fields.industry(body.industry()),
                kind == null ? ProjectKind.NEW_BUILD : kind,
                fields.origin(body.origin()),
                checks.code("chainEffect", body.chainEffect(), ChainEffect.class),
                Body.capacity(checks, body.capacity()),
                checks.decimal("landMu", body.landMu()),
                checks.text("reference", body.reference(), 64));
        LocalDate occurredOn = checks.requiredDay("occurredOn", body.occurredOn());
        Remarks remarks = Body.remarks(checks, body.note(), body.precision());
        RegisterLead command = new RegisterLead(
                id,
                occurredOn,
                profile,
                checks.amount("investmentCny", body.investmentCny()),
                checks.text("team", body.team(), Body.PERSON_OR_TEAM),
                checks.text("owner", body.owner(), Body.PERSON_OR_TEAM),
                checks.text("source", body.source(), Body.PERSON_OR_TEAM),
                remarks);
        checks.done();
        return command;
    }
}
