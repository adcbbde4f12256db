package park.pipeline.api.pages.commands;

import static park.pipeline.api.pages.commands.FormField.choice;
import static park.pipeline.api.pages.commands.FormField.decimal;
import static park.pipeline.api.pages.commands.FormField.lines;
import static park.pipeline.api.pages.commands.FormField.money;
import static park.pipeline.api.pages.commands.FormField.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.commands.FormField.Choice;
import park.pipeline.api.pages.commands.FormField.Type;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.PossibleCommands;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.Progress;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.Timeline;

/** Which fields a command has, and with what they open, for a project as it stands. */
final class CommandForms {
    static final int LONG_TEXT = 2_000;
    private static final int SHORT_TEXT = 100;

    private final Catalogue catalogue;
    private final Choices choices;
    private final ProfileForm profiles;
    private final CorrectionForms corrections;
    private final LocalDate today;

    CommandForms(Catalogue catalogue, Format fmt, LocalDate today) {
        this.catalogue = catalogue;
        this.choices = new Choices(fmt);
        this.profiles = new ProfileForm(choices, catalogue);
        this.corrections = new CorrectionForms(choices, catalogue, fmt);
        this.today = today;
    }

    /** The form for a new lead. */
    CommandForm registration(List<Choice> teams) {
        List<FormField> fields = new ArrayList<>(profiles.due(null));
        fields.add(day());
        fields.add(money("investmentCny", null));
        fields.add(text("team", SHORT_TEXT, null).suggesting(teams));
        fields.add(text("owner", SHORT_TEXT, null));
        List<FormField> more = new ArrayList<>(List.of(
                profiles.creditCode(null),
                profiles.kind(null),
                profiles.origin(null),
                text("source", SHORT_TEXT, null),
                profiles.chainEffect(null)));
        more.addAll(ProfileForm.capacity(null));
        more.add(profiles.land(null));
        more.add(profiles.reference(null));
        more.add(choices.precision(catalogue));
        more.add(lines("note", LONG_TEXT));
        return new CommandForm("register", "/api/projects", null, null, fields, more, false);
    }

    CommandForm of(CommandName name, UUID projectId, Timeline timeline, List<Choice> teams) {
        List<FormField> fields = new ArrayList<>(fields(name, timeline, teams));
        boolean person = name == CommandName.ADD_CONTACT;
        if (!person && name != CommandName.RETRACT && name != CommandName.CORRECT_DATE) {
            fields.addFirst(day());
        }
        List<FormField> more = new ArrayList<>();
        if (!person) {
            more.add(lines("note", LONG_TEXT));
            if (name != CommandName.RETRACT) {
                more.addFirst(choices.precision(catalogue));
            }
        }
        return new CommandForm(
                name.path(),
                "/api/projects/" + projectId + "/" + name.path(),
                projectId,
                timeline.version(),
                fields,
                more,
                name == CommandName.AMEND);
    }

    private FormField day() {
        return FormField.day("occurredOn", today);
    }

    private List<FormField> fields(CommandName name, Timeline timeline, List<Choice> teams) {
        Profile profile = timeline.profile();
        return switch (name) {
            case OPEN_NEGOTIATION, START_CONSTRUCTION, REACH_FULL_CAPACITY, REOPEN -> List.of();
            case SIGN_INTENT -> List.of(money("investmentCny", null), text("documentNo", SHORT_TEXT, null));
            case SIGN_CONTRACT ->
                List.of(money("investmentCny", null), decimal("landMu", null), text("documentNo", SHORT_TEXT, null));
            case BEGIN_PERMITTING -> List.of(requiredPermits(profile));
            case GRANT_PERMIT -> List.of(permit(timeline), text("documentNo", SHORT_TEXT, null));
            case WAIVE_PERMIT -> List.of(permit(timeline), reason(), text("documentNo", SHORT_TEXT, null));
            case REPORT_PROGRESS -> progress(timeline);
            case COMMENCE_PRODUCTION -> ProfileForm.capacity(null);
            case WITHDRAW ->
                List.of(choice("reasonCode", choices.of(catalogue.reasons()), null)
                        .due());
            case ASSIGN -> responsible(timeline, teams);
            case REVISE_INVESTMENT -> List.of(money("investmentCny", null).due(), reason());
            case LOG_CONTACT ->
                List.of(
                        choice("channel", choices.of(catalogue.channels()), null)
                                .due(),
                        lines("summary", LONG_TEXT).due(),
                        text("place", 200, null));
            case AMEND -> amendment(profile);
            case CORRECT_DATE -> corrections.rightDay(timeline);
            case RETRACT -> corrections.retraction(timeline);
            case ADD_CONTACT ->
                List.of(
                        text("name", 200, null).due(),
                        text("phone", 50, null),
                        text("email", 200, null),
                        text("position", SHORT_TEXT, null));
        };
    }

    static FormField reason() {
        return text("reason", LONG_TEXT, null).due();
    }

    private FormField requiredPermits(Profile profile) {
        String usual = Permit.requiredByDefault(profile.kind()).stream()
                .map(Permit::name)
                .collect(Collectors.joining(","));
        return new FormField(
                "requiredPermits", Type.MANY, false, 0, usual, choices.of(catalogue.permits()), "form.requiredPermits");
    }

    private FormField permit(Timeline timeline) {
        return choice("permit", choices.of(catalogue.permits(), PossibleCommands.unsettled(timeline)), null)
                .due();
    }

    private static List<FormField> progress(Timeline timeline) {
        Entry<Progress> latest = timeline.series().progress().latest();
        FormField percent = new FormField(
                "percent",
                Type.PERCENT,
                true,
                0,
                latest == null ? "" : Integer.toString(latest.value().percent()),
                List.of(),
                "form.percent");
        return List.of(
                percent,
                money("paidInCny", latest == null ? null : latest.value().paidInCny())
                        .due()
                        .withHint("form.paidIn"));
    }

    private static List<FormField> responsible(Timeline timeline, List<Choice> teams) {
        Entry<Responsible> now = timeline.series().team().latest();
        return List.of(
                text("team", SHORT_TEXT, now == null ? null : now.value().team())
                        .suggesting(teams)
                        .due(),
                text("owner", SHORT_TEXT, now == null ? null : now.value().owner())
                        .withHint("form.owner"));
    }

    private List<FormField> amendment(Profile now) {
        List<FormField> fields = new ArrayList<>(profiles.due(now));
        fields.add(profiles.creditCode(now));
        fields.add(profiles.kind(now));
        fields.add(profiles.origin(now));
        fields.add(profiles.chainEffect(now));
        fields.addAll(ProfileForm.capacity(now.capacity()));
        fields.add(profiles.land(now));
        fields.add(profiles.reference(now));
        fields.add(reason());
        return fields;
    }
}
