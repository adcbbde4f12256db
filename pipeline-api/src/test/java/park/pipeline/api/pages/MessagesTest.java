package park.pipeline.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every string of the pages in both languages, and none that nobody shows. Keys stand in templates as {@code #{key}} and
 * in Java as literals; where a key is put together, its beginning stands as a literal that ends with a dot.
 */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path MESSAGES = RESOURCES.resolve("messages");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern LITERAL = Pattern.compile("['\"]([a-z]\\w*(?:\\.[\\w-]+)+)['\"]");
    private static final Pattern BEGINNING = Pattern.compile("['\"]([a-z]\\w*\\.(?:[\\w-]+\\.)*)['\"]\\s*\\+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern TEXT_IN_TEMPLATE = Pattern.compile(">([^<>\\[{}]*\\p{IsHan}[^<>]*)<");

    @Test
    void both_languages_say_the_same_things_with_the_same_values() throws IOException {
        for (Path zh : bundles()) {
            Map<String, String> chinese = read(zh);
            Map<String, String> english = read(MESSAGES.resolve(name(zh) + "_en.properties"));
            assertThat(english.keySet()).as(zh.toString()).isEqualTo(chinese.keySet());
            chinese.forEach((key, text) -> {
                assertThat(places(english.get(key))).as(key).isEqualTo(places(text));
                assertThat(text).as(key).isNotBlank();
                assertThat(english.get(key)).as(key).isNotBlank().doesNotContainPattern(HAN);
            });
        }
    }

    @Test
    void no_key_stands_in_two_bundles() throws IOException {
        Map<String, Path> where = new TreeMap<>();
        for (Path bundle : bundles()) {
            for (String key : read(bundle).keySet()) {
                assertThat(where.put(key, bundle)).as(key).isNull();
            }
        }
    }

    @Test
    void every_key_that_is_shown_is_there_and_every_key_that_is_there_is_shown() throws IOException {
        Set<String> defined = new TreeSet<>();
        for (Path bundle : bundles()) {
            defined.addAll(read(bundle).keySet());
        }
        Set<String> used = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        Set<String> inTemplates = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            find(IN_TEMPLATE, text, inTemplates);
            find(LITERAL, text, used);
            find(BEGINNING, text, beginnings);
        }

        assertThat(inTemplates).as("shown").isSubsetOf(defined);
        used.addAll(inTemplates);
        List<String> unused = defined.stream()
                .filter(key -> !used.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(unused).as("shown by nobody").isEmpty();
    }

    @Test
    void no_template_and_no_script_speaks_for_itself() throws IOException {
        for (Path source : sources()) {
            String file = source.toString();
            String text = Files.readString(source).replaceAll("(?s)<!--.*?-->", "");
            if (file.endsWith(".html")) {
                assertThat(TEXT_IN_TEMPLATE
                                .matcher(text)
                                .results()
                                .map(r -> r.group(1).strip()))
                        .as(file)
                        .allMatch("中文"::equals);
            } else if (file.endsWith(".js")) {
                assertThat(text.replaceAll("//.*", "")).as(file).doesNotContainPattern(HAN);
            }
        }
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(Pattern.compile("\\{\\d+")
                .matcher(text)
                .results()
                .map(r -> r.group())
                .toList());
    }

    private static void find(Pattern pattern, String text, Set<String> into) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            into.add(found.group(1));
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            List<Path> bundles = files.filter(f -> f.toString().endsWith(".properties"))
                    .filter(f -> !f.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
            assertThat(bundles).hasSizeGreaterThan(5);
            return bundles;
        }
    }

    private static String name(Path bundle) {
        return bundle.getFileName().toString().replace(".properties", "");
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root :
                List.of(RESOURCES.resolve("templates"), RESOURCES.resolve("static"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(f -> f.toString().matches(".*\\.(html|js|java)")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.forEach((key, value) -> entries.put((String) key, (String) value));
        return entries;
    }
}
