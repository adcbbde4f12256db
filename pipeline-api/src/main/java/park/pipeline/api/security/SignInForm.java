package park.pipeline.api.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * Signing in by form: a session of eight hours at most without a request, its id new at each sign-in, and a token without
 * which it changes nothing. Nobody gets a session before he has signed in.
 */
final class SignInForm {
    private static final String PAGE = "/login";

    private final SessionUser session;
    private final SecurityProblems problems;

    SignInForm(SessionUser session, SecurityProblems problems) {
        this.session = session;
        this.problems = problems;
    }

    void apply(HttpSecurity http) {
        CookieRequestCache wanted = new CookieRequestCache();
        wanted.setRequestMatcher(SessionRequests.navigation());
        http.addFilterBefore(session, SecurityContextHolderFilter.class)
                .formLogin(form -> form.loginPage(PAGE)
                        .successHandler(new OpenedSession(wanted))
                        .failureHandler(new ToldOnThePage()))
                .logout(out -> out.logoutSuccessUrl(PAGE + "?out"))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(tokens()))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(e -> e.authenticationEntryPoint(DelegatingAuthenticationEntryPoint.builder()
                                .addEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint(PAGE), SessionRequests.navigation())
                                .defaultEntryPoint(problems)
                                .build())
                        .accessDeniedHandler(new StaleForm()));
    }

    /** In a cookie that scripts of our pages can read and those of other sites cannot. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private final class OpenedSession extends SavedRequestAwareAuthenticationSuccessHandler {
        OpenedSession(CookieRequestCache wanted) {
            setRequestCache(wanted);
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication who)
                throws IOException, ServletException {
            session.open(request, who.getName());
            super.onAuthenticationSuccess(request, response, who);
        }
    }

    private static final class ToldOnThePage implements AuthenticationFailureHandler {
        @Override
        public void onAuthenticationFailure(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
                throws IOException {
            response.sendRedirect(
                    refusal instanceof TooManyAttempts early ? PAGE + "?wait=" + early.waitSeconds() : PAGE + "?error");
        }
    }

    /** A form that was open longer than its token lived is offered anew; a script is told. */
    private final class StaleForm implements AccessDeniedHandler {
        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
                throws IOException {
            if (refusal instanceof CsrfException && request.getRequestURI().matches("/log(in|out)")) {
                response.sendRedirect(PAGE);
            } else {
                problems.handle(request, response, refusal);
            }
        }
    }
}
