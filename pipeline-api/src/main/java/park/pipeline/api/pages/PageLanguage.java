package park.pipeline.api.pages;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import park.pipeline.api.problem.Language;

/** Chinese or English: what was chosen last in this browser by {@code ?lang=}, else what the browser asks for. */
@Configuration
class PageLanguage implements WebMvcConfigurer {
    private static final Duration A_YEAR = Duration.ofDays(365);

    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver chosen = new CookieLocaleResolver("pipeline-lang");
        chosen.setDefaultLocaleFunction(Language::of);
        chosen.setCookieMaxAge(A_YEAR);
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        return chosen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        LocaleChangeInterceptor choice = new LocaleChangeInterceptor();
        choice.setParamName("lang");
        choice.setIgnoreInvalidLocale(true);
        interceptors.addInterceptor(choice).excludePathPatterns("/api/**");
    }
}
