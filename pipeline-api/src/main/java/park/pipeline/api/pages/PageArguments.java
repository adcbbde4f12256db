package park.pipeline.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import park.pipeline.api.http.Reads;
import park.pipeline.api.http.StrictValues;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.catalogue.Terms;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.projections.view.ProjectFilter;

/**
 * Lets a page take its {@link PageTime} and its {@link PageFilter} from the address. A form that is sent as it is leaves
 * fields empty: an empty parameter is one left out. What makes no sense is refused with a page that says so.
 */
@Configuration
class PageArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Reads reads;
    private final PipelineSettings settings;
    private final Catalogue catalogue;

    PageArguments(Reads reads, PipelineSettings settings, Catalogue catalogue) {
        this.reads = reads;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(PageTime.class)
                || parameter.getParameterType().equals(PageFilter.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("Not a servlet request");
        }
        return parameter.getParameterType().equals(PageTime.class) ? time(servlet) : filter(servlet);
    }

    PageTime time(HttpServletRequest request) {
        return new PageTime(
                reads.today(), day("asOf", request), WallClock.instant("knownAt", request, settings.zone()));
    }

    /** A day in the address; null where it is left out or empty. */
    static @Nullable LocalDate day(String name, HttpServletRequest request) {
        String text = given(name, request);
        LocalDate day = text == null ? null : StrictValues.day(text);
        if (text != null && (day == null || day.isBefore(FieldChecks.FIRST_DAY))) {
            throw ApiProblem.malformed(name, text).asException();
        }
        return day;
    }

    private PageFilter filter(HttpServletRequest request) {
        return new PageFilter(new ProjectFilter(
                codes("industry", catalogue.industries(), request),
                all("team", request),
                codes("origin", catalogue.origins(), request),
                codes("kind", catalogue.kinds(), request)));
    }

    private static List<String> codes(String name, Terms terms, HttpServletRequest request) {
        List<String> values = all(name, request);
        values.stream().filter(v -> !terms.has(v)).findFirst().ifPresent(v -> {
            throw ApiProblem.malformed(name, v).asException();
        });
        return values;
    }

    private static List<String> all(String name, HttpServletRequest request) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(v -> !v.isBlank()).distinct().toList();
    }

    static @Nullable String given(String name, HttpServletRequest request) {
        String text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
