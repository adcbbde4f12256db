package park.pipeline.api.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the parts of this package guard the service: HTTP Basic for every address, no session, no cookie. */
@Configuration
class SecurityConfiguration implements WebMvcConfigurer {
    private static final String NOTHING_BUT_DATA = "default-src 'none'; frame-ancestors 'none'";

    private final RoutesWithoutRule routesWithoutRule = new RoutesWithoutRule();

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // the container's own page of errors, which tells a client that asks for it that it is not there
        interceptors.addInterceptor(routesWithoutRule).excludePathPatterns("/error");
    }

    /** CSRF tokens need a session; what stands in for them is in {@link AccessRules}. */
    @Bean
    SecurityFilterChain statelessChain(HttpSecurity http, AuthenticationManager signIn, SecurityProblems problems) {
        return http.authenticationManager(signIn)
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

    /** Beside Spring's own: no-store, nosniff, no frames. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new OrRequestMatcher(pathPattern("/api/**"), pathPattern("/actuator/**")),
                        new ContentSecurityPolicyHeaderWriter(NOTHING_BUT_DATA)));
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

    @Bean
    static HttpFirewall firewall() {
        return new StrictRequests();
    }
}
