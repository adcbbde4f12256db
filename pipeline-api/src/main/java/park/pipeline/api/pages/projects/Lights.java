package park.pipeline.api.pages.projects;

import java.util.Locale;
import org.springframework.context.MessageSource;
import park.pipeline.projections.project.Light;

/** The words for lights, and for columns, in files. */
record Lights(MessageSource messages, Locale locale) {
    String word(Light light) {
        return messages.getMessage("board.light." + light, null, locale);
    }

    /** In a file, amounts are whole yuan. */
    String column(ProjectColumn column) {
        if (column == ProjectColumn.INVESTMENT) {
            return word("inYuan");
        }
        return messages.getMessage("projects.column." + column, null, locale);
    }

    String word(String key, Object... values) {
        return messages.getMessage("projects." + key, values, locale);
    }
}
