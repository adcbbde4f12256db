package park.pipeline.api.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A part of the description, as it is written in {@code resources/openapi}. */
final class Description {
    private Description() {}

    /** Every route, by method and path. */
    static Map<String, Map<String, Object>> routes() {
        return part("routes.yaml", "routes");
    }

    /** The query parameters, by name. */
    static Map<String, Map<String, Object>> parameters() {
        return load("parameters.yaml");
    }

    /** The shapes of bodies, by name. */
    static Map<String, Map<String, Object>> schemas() {
        return part("schemas.yaml", "schemas");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> part(String file, String name) {
        return (Map<String, Map<String, Object>>)
                (Map<String, ?>) Objects.requireNonNull(load(file).get(name));
    }

    private static Map<String, Map<String, Object>> load(String file) {
        try (InputStream in = Objects.requireNonNull(Description.class.getResourceAsStream("/openapi/" + file))) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(Integer.MAX_VALUE); // a guard against the files of others; this is ours
            return new Yaml(new SafeConstructor(options)).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
