package park.pipeline.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The two languages that the service speaks. */
public final class Language {
    private Language() {}

    /** The first of the reader's languages that we speak; Chinese where there is none. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.CHINESE;
        }
        return Collections.list(request.getLocales()).stream()
                .map(l -> Locale.of(l.getLanguage()))
                .filter(l -> l.equals(Locale.CHINESE) || l.equals(Locale.ENGLISH))
                .findFirst()
                .orElse(Locale.CHINESE);
    }
}
