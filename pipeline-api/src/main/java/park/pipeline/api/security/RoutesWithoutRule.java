package park.pipeline.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import park.pipeline.api.problem.ApiProblem;

/**
 * What no rule speaks of. Whoever is signed in may learn that an address does not exist (404) or does not take a method
 * (405); but where a route does answer and {@link AccessRules} has forgotten it, it answers nobody.
 */
final class RoutesWithoutRule implements AuthorizationManager<RequestAuthorizationContext>, HandlerInterceptor {
    private static final String UNDECIDED = RoutesWithoutRule.class.getName();

    private final AuthorizationManager<RequestAuthorizationContext> signedIn =
            AuthenticatedAuthorizationManager.authenticated();

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        context.getRequest().setAttribute(UNDECIDED, true);
        return signedIn.authorize(who, context);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isRoute = handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST;
        if (isRoute && request.getAttribute(UNDECIDED) != null) {
            throw ApiProblem.of(HttpStatus.FORBIDDEN, "forbidden").asException();
        }
        return true;
    }
}
