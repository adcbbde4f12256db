package park.pipeline.api.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.catalogue.Term;
import park.pipeline.core.catalogue.Terms;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Stage;

/** Sentences in the reader's language, from the bundle {@code problems}; a value stands where its name stands in braces. */
@Component
public class Words {
    private static final String BUNDLE = "problems";
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Catalogue catalogue;

    public Words(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The short name of a problem; the code itself where nobody has named it. */
    public String title(String code, Locale locale) {
        return find(code + ".title", locale, code);
    }

    /** The sentence that says what is wrong and what would pass. */
    public String detail(String code, Map<String, Object> values, Locale locale) {
        return fill(find(code + ".detail", locale, title(code, locale)), values, locale);
    }

    /** The sentence about one field. */
    public String field(String code, Map<String, Object> values, Locale locale) {
        return fill(find(code + ".field", locale, title(code, locale)), values, locale);
    }

    private static String find(String key, Locale locale, String otherwise) {
        try {
            return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }

    private String fill(String sentence, Map<String, Object> values, Locale locale) {
        Matcher names = NAME.matcher(sentence);
        return names.replaceAll(name -> {
            Object value = values.get(name.group(1));
            return Matcher.quoteReplacement(value == null ? "–" : inWords(value, locale));
        });
    }

    private String inWords(Object value, Locale locale) {
        return switch (value) {
            case Stage stage -> label(catalogue.stages(), stage.name(), locale);
            case Permit permit -> label(catalogue.permits(), permit.name(), locale);
            case Precision precision -> label(catalogue.precisions(), precision.name(), locale);
            case Collection<?> many ->
                many.stream()
                        .map(v -> inWords(v, locale))
                        .collect(Collectors.joining(locale.equals(Locale.ENGLISH) ? ", " : "、"));
            default -> value.toString();
        };
    }

    private static String label(Terms terms, String code, Locale locale) {
        Term term = terms.withCode(code);
        return term == null ? code : term.in(locale);
    }
}
