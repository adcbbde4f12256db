package park.pipeline.api.pages.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.Profile;

/** The fields of a profile: of a new lead, and of one that is amended. */
final class ProfileForm {
    private final Choices choices;
    private final Catalogue catalogue;

    ProfileForm(Choices choices, Catalogue catalogue) {
        this.choices = choices;
        this.catalogue = catalogue;
    }

    /** What must be there. */
    List<FormField> due(@Nullable Profile now) {
        return List.of(
                FormField.text("name", 200, now == null ? null : now.name()).due(),
                FormField.text(
                                "enterprise.name",
                                200,
                                now == null ? null : now.enterprise().name())
                        .due(),
                FormField.choice("industry", choices.of(catalogue.industries()), now == null ? null : now.industry())
                        .due());
    }

    FormField creditCode(@Nullable Profile now) {
        return FormField.text(
                "enterprise.creditCode",
                18,
                now == null ? null : now.enterprise().creditCode());
    }

    FormField kind(@Nullable Profile now) {
        return FormField.choice("kind", choices.of(catalogue.kinds()), now == null ? "NEW_BUILD" : now.kind())
                .due();
    }

    FormField origin(@Nullable Profile now) {
        return FormField.choice("origin", choices.of(catalogue.origins()), now == null ? null : now.origin());
    }

    FormField chainEffect(@Nullable Profile now) {
        return FormField.choice(
                "chainEffect", choices.of(catalogue.chainEffects()), now == null ? null : now.chainEffect());
    }

    static List<FormField> capacity(@Nullable Capacity now) {
        return List.of(
                FormField.decimal(
                        "capacity.value", now == null ? null : now.value().toPlainString()),
                FormField.text("capacity.unit", 20, now == null ? null : now.unit())
                        .suggesting(Choices.codes("t/a", "GW", "MW", "m²/a")));
    }

    FormField land(@Nullable Profile now) {
        return FormField.decimal(
                "landMu",
                now == null || now.landMu() == null ? null : now.landMu().toPlainString());
    }

    FormField reference(@Nullable Profile now) {
        return FormField.text("reference", 64, now == null ? null : now.reference());
    }
}
