package park.pipeline.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import park.pipeline.api.problem.ProblemsForPeople;

/** Problems as a page: rendered without Spring MVC, for some arise before it or beside it. */
@Component
class ProblemPage implements ProblemsForPeople {
    private final SpringTemplateEngine templates;
    private final LocaleResolver locales;

    ProblemPage(SpringTemplateEngine templates, LocaleResolver locales) {
        this.templates = templates;
        this.locales = locales;
    }

    @Override
    public Locale locale(HttpServletRequest request) {
        Locale chosen = chosen(request);
        return chosen != null ? chosen : locales.resolveLocale(request);
    }

    @Override
    public String page(
            HttpServletRequest request, HttpServletResponse response, int status, String title, String detail) {
        Locale chosen = chosen(request);
        if (chosen != null) {
            locales.setLocale(request, response, chosen);
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("frame", Frames.of(request));
        // Outside of Spring MVC nobody adds it to the form of signing out.
        model.put("token", request.getAttribute(CsrfToken.class.getName()));
        model.put("status", status);
        model.put("title", title);
        model.put("detail", detail);
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(request.getServletContext())
                        .buildExchange(request, response),
                locale(request),
                model);
        return templates.process("problem", context);
    }

    /** The language that the address asks for; where no route answers, no interceptor has looked at it. */
    private static @Nullable Locale chosen(HttpServletRequest request) {
        String language = request.getParameter("lang");
        return "zh".equals(language) || "en".equals(language) ? Locale.of(language) : null;
    }
}
