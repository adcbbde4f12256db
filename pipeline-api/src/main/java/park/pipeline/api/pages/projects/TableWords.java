package park.pipeline.api.pages.projects;

import java.util.Locale;
import org.springframework.context.MessageSource;
import park.pipeline.projections.project.Light;

/** The words of the table in the language of whoever takes it along as a file. */
record TableWords(MessageSource messages, Locale locale) {
    String light(Light light) {
        return messages.getMessage("board.light." + light, null, locale);
    }

    String column(ProjectColumn column) {
        return messages.getMessage("projects.column." + column, null, locale);
    }

    /** The head of a column in a file, where amounts are whole yuan. */
    String head(ProjectColumn column) {
        return column == ProjectColumn.INVESTMENT ? word("projects.inYuan") : column(column);
    }

    String word(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
