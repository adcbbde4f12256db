package park.pipeline.core.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All codes that a caller may use, with their words. Stages, permits, reasons and the like are frozen; the industries
 * are the park's own choice. Origins are the provinces of GB/T 2260 and the countries of ISO 3166-1; a place has one
 * code, so mainland China, Hong Kong, Macao and Taiwan are found among the provinces only.
 */
public final class Catalogue {
    private static final String TERMS = "terms.csv";
    private static final Set<String> AMONG_THE_PROVINCES = Set.of("CN", "HK", "MO", "TW");

    private final Map<String, Terms> groups;

    private Catalogue(Map<String, Terms> groups) {
        this.groups = groups;
    }

    /** @param industries the park's own list; null takes the default one */
    public static Catalogue withIndustries(@Nullable List<Term> industries) {
        Map<String, List<Term>> lists = read();
        if (industries != null) {
            lists.put("industry", industries);
        }
        lists.computeIfAbsent("origin", k -> new ArrayList<>()).addAll(countries());
        Map<String, Terms> groups = new LinkedHashMap<>();
        lists.forEach((group, terms) -> groups.put(group, new Terms(terms)));
        return new Catalogue(groups);
    }

    public Terms industries() {
        return group("industry");
    }

    public Terms origins() {
        return group("origin");
    }

    public Terms permits() {
        return group("permit");
    }

    public Terms reasons() {
        return group("reason");
    }

    public Terms stages() {
        return group("stage");
    }

    public Terms kinds() {
        return group("kind");
    }

    public Terms chainEffects() {
        return group("chainEffect");
    }

    public Terms channels() {
        return group("channel");
    }

    public Terms precisions() {
        return group("precision");
    }

    private Terms group(String name) {
        Terms terms = groups.get(name);
        if (terms == null) {
            throw new IllegalStateException(TERMS + " has no group " + name);
        }
        return terms;
    }

    private static Map<String, List<Term>> read() {
        Map<String, List<Term>> lists = new LinkedHashMap<>();
        try (InputStream in = Catalogue.class.getResourceAsStream(TERMS)) {
            if (in == null) {
                throw new IllegalStateException(TERMS + " is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split(",", 4))
                    .forEach(f ->
                            lists.computeIfAbsent(f[0], k -> new ArrayList<>()).add(new Term(f[1], f[2], f[3])));
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Term> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> !AMONG_THE_PROVINCES.contains(code))
                .map(code -> {
                    Locale country = Locale.of("", code);
                    return new Term(
                            code, country.getDisplayCountry(Locale.CHINESE), country.getDisplayCountry(Locale.ENGLISH));
                })
                .sorted(Comparator.comparing(Term::code))
                .toList();
    }
}
