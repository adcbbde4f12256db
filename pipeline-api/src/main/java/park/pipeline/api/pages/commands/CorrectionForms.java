package park.pipeline.api.pages.commands;

import static park.pipeline.api.pages.commands.FormField.choice;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.commands.FormField.Choice;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.PossibleCommands;
import park.pipeline.core.project.Progress;
import park.pipeline.core.project.Retractable;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.StageEntry;
import park.pipeline.core.project.Timeline;

/** The fields of corrections: they name what is in force, so that nobody puts right the wrong thing. */
final class CorrectionForms {
    private final Choices choices;
    private final Catalogue catalogue;
    private final Format fmt;

    CorrectionForms(Choices choices, Catalogue catalogue, Format fmt) {
        this.choices = choices;
        this.catalogue = catalogue;
        this.fmt = fmt;
    }

    /** The right day is left empty: today, which other forms open with, is hardly ever it. */
    List<FormField> rightDay(Timeline timeline) {
        List<Choice> dated = PossibleCommands.datedStages(timeline).stream()
                .map(stage -> new Choice(stage.name(), fmt.stage(stage), dayOf(stage, timeline)))
                .toList();
        return List.of(
                choice("stage", dated, timeline.stage()).due(),
                FormField.day("occurredOn", "").withHint("form.rightDay"),
                CommandForms.reason());
    }

    private static String dayOf(Stage stage, Timeline timeline) {
        return timeline.series().stages().entries().reversed().stream()
                .filter(entry -> entry.value().stage() == stage)
                .findFirst()
                .orElseThrow()
                .day()
                .toString();
    }

    List<FormField> retraction(Timeline timeline) {
        List<Choice> what = Stream.of(Retractable.values())
                .filter(r -> PossibleCommands.refusalToRetract(r, timeline) == null)
                .map(r -> new Choice(r.name(), "form.retract." + r.name(), inForce(r, timeline)))
                .toList();
        FormField sort = choice(
                        "what", what, what.isEmpty() ? null : what.getFirst().code())
                .due()
                .withHint("form.retract");
        FormField permit = choice(
                        "permit", choices.of(catalogue.permits(), PossibleCommands.retractable(timeline)), null)
                .due()
                .onlyWith("what", Retractable.PERMIT.name());
        return permit.choices().isEmpty()
                ? List.of(sort, CommandForms.reason())
                : List.of(sort, permit, CommandForms.reason());
    }

    /** What would be taken back; null for permits, which are named by a field of their own. */
    private @Nullable String inForce(Retractable what, Timeline timeline) {
        Entry<StageEntry> stage = timeline.latestStage();
        Entry<Progress> progress = timeline.series().progress().latest();
        Entry<Investment> investment = timeline.series().investment().latest();
        return switch (what) {
            case STAGE -> fmt.stage(stage.value().stage()) + " " + stage.day();
            case PROGRESS -> progress == null ? null : progress.value().percent() + "% " + progress.day();
            case INVESTMENT ->
                investment == null ? null : fmt.money(investment.value().amountCny()) + " " + investment.day();
            case PERMIT -> null;
        };
    }
}
