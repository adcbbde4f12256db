package park.pipeline.api.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;
import static park.pipeline.api.security.Role.ADMIN;
import static park.pipeline.api.security.Role.AUDITOR;
import static park.pipeline.api.security.Role.LEADER;
import static park.pipeline.api.security.Role.PROMOTER;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may do what: the table of the contract, from the particular to the general. The first rule that fits decides. */
final class AccessRules {
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    /** Where a browser says that a request comes from, if not from a page of another site. */
    private static final List<String> OWN_SITE = List.of("same-origin", "none");

    private AccessRules() {}

    static void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            RoutesWithoutRule otherwise) {
        rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll() // the server's own second look at a request that was decided on
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers(reads("/login"), reads("/assets/**"))
                .permitAll()
                .requestMatchers(AccessRules::isWriteFromAnotherSite)
                .denyAll()
                .requestMatchers(HttpMethod.OPTIONS)
                .authenticated()
                .requestMatchers("/actuator/**")
                .access(only(ADMIN))
                .requestMatchers("/projects/new/**", "/projects/{id}/commands/**")
                .access(only(PROMOTER))
                .requestMatchers("/projects/{id}/replay/**")
                .access(only(PROMOTER, AUDITOR))
                .requestMatchers("/reconcile/**")
                .access(only(PROMOTER, LEADER, AUDITOR))
                .requestMatchers("/imports/**")
                .access(only(PROMOTER, ADMIN))
                .requestMatchers("/audit/**")
                .access(only(AUDITOR))
                .requestMatchers("/admin/users/**", "/admin/targets/**", "/admin/limits/**")
                .access(only(ADMIN))
                .requestMatchers("/admin/**")
                .access(only(AUDITOR, ADMIN))
                .requestMatchers(
                        reads("/"),
                        reads("/live"),
                        reads("/time/**"),
                        reads("/overview/**"),
                        reads("/board/**"),
                        reads("/projects/**"),
                        reads("/analysis/**"))
                .access(only(Role.values()))
                .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html")
                .access(only(Role.values()))
                .requestMatchers(reads("/api/admin/views/**"))
                .access(only(AUDITOR, ADMIN))
                .requestMatchers("/api/admin/**")
                .access(only(ADMIN))
                .requestMatchers("/api/audit/**")
                .access(only(AUDITOR))
                .requestMatchers("/api/imports/**")
                .access(only(PROMOTER, ADMIN))
                .requestMatchers("/api/projects/{id}/replay/**")
                .access(only(PROMOTER, AUDITOR))
                .requestMatchers("/api/funnel/reconcile/**")
                .access(only(PROMOTER, LEADER, AUDITOR))
                .requestMatchers(reads("/api/projects/{id}/contacts/**"))
                .access(only(PROMOTER, AUDITOR))
                .requestMatchers(reads("/api/**"))
                .access(only(Role.values()))
                .requestMatchers("/api/projects/**")
                .access(only(PROMOTER))
                .anyRequest()
                .access(otherwise);
    }

    private static AuthorizationManager<RequestAuthorizationContext> only(Role... roles) {
        return AuthorityAuthorizationManager.hasAnyRole(
                Arrays.stream(roles).map(Role::name).toArray(String[]::new));
    }

    private static RequestMatcher reads(String pattern) {
        RequestMatcher path = pathPattern(pattern);
        return request -> READS.contains(request.getMethod()) && path.matches(request);
    }

    /**
     * A browser that knows a password of ours sends it along with what the pages of others make it send, and an upload
     * needs no permission of CORS. This takes the place of CSRF tokens where there is no session to keep one; clients
     * that are no browsers do not send the header (W3C Fetch Metadata).
     */
    private static boolean isWriteFromAnotherSite(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return !SAFE.contains(request.getMethod()) && from != null && !OWN_SITE.contains(from);
    }
}
