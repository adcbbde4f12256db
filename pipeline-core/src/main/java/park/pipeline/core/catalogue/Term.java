package park.pipeline.core.catalogue;

import java.util.Locale;

/**
 * A code and what people call it.
 *
 * @param code stable, stored in the log
 * @param zh the Chinese word
 * @param en the English word
 */
public record Term(String code, String zh, String en) {
    /** The word in the reader's language; Chinese where it is neither. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    /** Whether a caller who wrote this meant this term: its code, or either word. */
    boolean isMeantBy(String codeOrLabel) {
        return code.equalsIgnoreCase(codeOrLabel) || zh.equals(codeOrLabel) || en.equalsIgnoreCase(codeOrLabel);
    }
}
