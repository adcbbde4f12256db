package park.pipeline.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.catalogue.Catalogue;

/** Gives every page its {@link Frame}, its {@link PageTime} and the words of its reader's language. */
@ControllerAdvice(basePackageClasses = Frames.class)
class Frames {
    private record Entry(String key, String path, Set<String> roles) {}

    private static final Set<String> ALL = Set.of("PROMOTER", "LEADER", "AUDITOR", "ADMIN");
    private static final Set<String> NOT_OTHERS = Set.of("asOf", "knownAt", "lang", "cursor");
    private static final List<Entry> MENU = List.of(
            new Entry("overview", "/", ALL),
            new Entry("board", "/board", ALL),
            new Entry("projects", "/projects", ALL),
            new Entry("analysis", "/analysis", ALL),
            new Entry("imports", "/imports", Set.of("PROMOTER", "ADMIN")),
            new Entry("audit", "/audit", Set.of("AUDITOR")),
            new Entry("admin", "/admin", Set.of("ADMIN", "AUDITOR")));

    private final PageArguments arguments;
    private final PipelineSettings settings;
    private final Catalogue catalogue;

    Frames(PageArguments arguments, PipelineSettings settings, Catalogue catalogue) {
        this.arguments = arguments;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        return of(request);
    }

    @ModelAttribute("time")
    PageTime time(HttpServletRequest request) {
        return arguments.time(request);
    }

    @ModelAttribute("fmt")
    Format format(Locale locale) {
        return new Format(locale, settings.zone(), catalogue);
    }

    @ModelAttribute("catalogue")
    Catalogue catalogue() {
        return catalogue;
    }

    static Frame of(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Set<String> roles = who == null
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .map(a -> a == null ? "" : a.replaceFirst("^ROLE_", ""))
                        .filter(ALL::contains)
                        .collect(Collectors.toUnmodifiableSet());
        String path = request.getRequestURI();
        List<Frame.Link> links = MENU.stream()
                .filter(e -> e.roles().stream().anyMatch(roles::contains))
                .map(e -> new Frame.Link(e.key(), e.path(), isBehind(path, e.path())))
                .toList();
        return new Frame(
                roles.isEmpty() || who == null ? null : who.getName(),
                roles,
                path,
                others(request),
                links,
                inLanguage("zh", request),
                inLanguage("en", request));
    }

    private static List<Frame.Parameter> others(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(p -> !NOT_OTHERS.contains(p.getKey()))
                .flatMap(p -> Arrays.stream(p.getValue()).map(v -> new Frame.Parameter(p.getKey(), v)))
                .toList();
    }

    private static boolean isBehind(String path, String entry) {
        return path.equals(entry) || !entry.equals("/") && path.startsWith(entry + "/");
    }

    private static String inLanguage(String language, HttpServletRequest request) {
        String query = request.getQueryString();
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(query)
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }
}
