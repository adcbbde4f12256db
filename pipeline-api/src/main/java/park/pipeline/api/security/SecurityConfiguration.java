package park.pipeline.api.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;
import static org.springframework.security.web.util.matcher.RequestMatchers.not;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import park.pipeline.api.problem.ProblemWriter;

/**
 * How the parts of this package guard the service: HTTP Basic without a session for clients of the interface, a form and
 * a session for people; one table of rules for both.
 */
@Configuration
class SecurityConfiguration implements WebMvcConfigurer {
    private static final String NOTHING_BUT_DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String OWN_FILES =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";
    /** Swagger's page and the charts set styles from their scripts; no script stands in any page. */
    private static final String OWN_FILES_AND_STYLES = OWN_FILES + "; style-src 'self' 'unsafe-inline'";

    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final RoutesWithoutRule routesWithoutRule = new RoutesWithoutRule();

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // the container's own page of errors, which tells a client that asks for it that it is not there
        interceptors.addInterceptor(routesWithoutRule).excludePathPatterns("/error");
    }

    /** CSRF tokens need a session; what stands in for them is in {@link AccessRules}. */
    @Bean
    @Order(1)
    SecurityFilterChain statelessChain(HttpSecurity http, AuthenticationManager signIn, SecurityProblems problems) {
        return http.securityMatcher(SessionRequests::isStateless)
                .authenticationManager(signIn)
                .authorizeHttpRequests(rules -> AccessRules.apply(rules, routesWithoutRule))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** Browsers: pages, and what scripts in pages ask for. */
    @Bean
    @Order(2)
    SecurityFilterChain sessionChain(
            HttpSecurity http,
            AuthenticationManager signIn,
            SecurityProblems problems,
            Users users,
            ProblemWriter writer) {
        http.authenticationManager(signIn)
                .authorizeHttpRequests(rules -> AccessRules.apply(rules, routesWithoutRule))
                .headers(SecurityConfiguration::headers);
        new SignInForm(new SessionUser(users, writer), problems).apply(http);
        return http.build();
    }

    /** Beside Spring's own: no-store, nosniff, no frames, and HTTPS for good where it was HTTPS once. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        RequestMatcher data = new OrRequestMatcher(pathPattern("/api/**"), pathPattern("/actuator/**"));
        headers.referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(p -> p.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .addHeaderWriter(policy(data, NOTHING_BUT_DATA))
                .addHeaderWriter(policy(not(data), OWN_FILES_AND_STYLES));
    }

    private static HeaderWriter policy(RequestMatcher where, String what) {
        return new DelegatingRequestMatcherHeaderWriter(where, new ContentSecurityPolicyHeaderWriter(what));
    }

    /** Alone, without a parent that would try the same password a second time. */
    @Bean
    static AuthenticationManager signIn(PasswordSignIn passwords, AuthenticationEventPublisher events) {
        ProviderManager manager = new ProviderManager(passwords);
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    }

    /** A request is observed as a whole: its filters, its sign-in and its rights by themselves cost more than they do. */
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static HttpFirewall firewall() {
        return new StrictRequests();
    }
}
