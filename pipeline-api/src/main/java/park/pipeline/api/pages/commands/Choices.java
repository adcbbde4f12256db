package park.pipeline.api.pages.commands;

import java.util.List;
import java.util.stream.Stream;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.commands.FormField.Choice;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.catalogue.Term;
import park.pipeline.core.catalogue.Terms;

/** What there is to choose from, in the reader's language. */
final class Choices {
    private final Format fmt;

    Choices(Format fmt) {
        this.fmt = fmt;
    }

    List<Choice> of(Terms terms) {
        return terms.all().stream().map(t -> new Choice(t.code(), word(t))).toList();
    }

    /** Some of the terms, in the order given. */
    List<Choice> of(Terms terms, List<? extends Enum<?>> codes) {
        return codes.stream()
                .map(code -> terms.withCode(code.name()))
                .filter(term -> term != null)
                .map(term -> new Choice(term.code(), word(term)))
                .toList();
    }

    /** Days are exact unless somebody says otherwise. */
    FormField precision(Catalogue catalogue) {
        return FormField.choice("precision", of(catalogue.precisions()), "DAY").withHint("form.precision");
    }

    static List<Choice> codes(String... codes) {
        return Stream.of(codes).map(c -> new Choice(c, c)).toList();
    }

    private String word(Term term) {
        return fmt.word(term);
    }
}
