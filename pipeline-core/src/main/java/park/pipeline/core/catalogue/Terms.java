package park.pipeline.core.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One list of codes, in the order in which they are shown. */
public record Terms(List<Term> all) {
    public Terms {
        all = List.copyOf(all);
    }

    /** The term with exactly this code; null where there is none. */
    public @Nullable Term withCode(String code) {
        return all.stream().filter(t -> t.code().equals(code)).findFirst().orElse(null);
    }

    public boolean has(String code) {
        return withCode(code) != null;
    }

    /** The code of what someone wrote, be it code or word, Chinese or English; null where it is none of them. */
    public @Nullable String codeOf(String codeOrLabel) {
        return all.stream()
                .filter(t -> t.isMeantBy(codeOrLabel))
                .map(Term::code)
                .findFirst()
                .orElse(null);
    }
}
