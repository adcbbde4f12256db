package park.pipeline.api.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;
import park.pipeline.projections.view.ViewPositions;

/**
 * Who has just written sees it: scripts leave the position of what they wrote in a cookie for some seconds, and the next
 * pages wait until the views have caught up with it. If they do not in time, the page shows what they have.
 */
@Configuration
class ReadYourWrites implements HandlerInterceptor, WebMvcConfigurer {
    private static final String COOKIE = "pipeline-position";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ViewPositions positions;

    ReadYourWrites(ViewPositions positions) {
        this.positions = positions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).excludePathPatterns("/api/**", "/actuator/**", "/v3/**", "/live", "/login");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Cookie written = handler instanceof HandlerMethod ? WebUtils.getCookie(request, COOKIE) : null;
        if (written != null && written.getValue().matches("\\d{1,18}")) {
            positions.awaitAll(Long.parseLong(written.getValue()), PATIENCE);
        }
        return true;
    }
}
