package park.pipeline.api.pages;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Data for the scripts of a page, inside of it: JSON in which nothing can be taken for the end of its element. */
@Component("pageJson")
public class PageJson {
    private final JsonMapper json;

    PageJson(JsonMapper json) {
        this.json = json;
    }

    /** The value as JSON, without an angle bracket or an ampersand. */
    public String write(Object value) {
        return json.writeValueAsString(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
