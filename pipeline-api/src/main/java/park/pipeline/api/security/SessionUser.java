package park.pipeline.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.ProblemWriter;

/**
 * A session is worth no more than the user's row that it was opened on: a new password, other roles, a user disabled, on
 * this node or another, end it with the next request. Runs before anybody looks at what the session holds.
 */
final class SessionUser extends OncePerRequestFilter {
    private static final String USER = SessionUser.class.getName();

    private final Users users;
    private final ProblemWriter problems;

    SessionUser(Users users, ProblemWriter problems) {
        this.users = users;
        this.problems = problems;
    }

    /** Binds a session that was just opened to the user as he is now. */
    void open(HttpServletRequest request, String name) {
        request.getSession().setAttribute(USER, users.find(name));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        try {
            if (session != null && !isAsItWas(session)) {
                session.invalidate();
            }
        } catch (DataAccessException e) {
            problems.write(request, response, ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isAsItWas(HttpSession session) {
        @Nullable User opened = (User) session.getAttribute(USER);
        return opened != null && opened.equals(users.find(opened.name()));
    }
}
