package park.pipeline.api.access;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import park.pipeline.core.access.Access;
import park.pipeline.core.access.Access.Action;
import park.pipeline.core.access.AccessLog;

/** Puts sign-ins by form on record, and those that failed in either way. Clients that send a password each time are not signed in. */
@Component
class SignIns {
    private final AccessLog log;

    SignIns(AccessLog log) {
        this.log = log;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        record(Action.SIGNED_IN, event.getAuthentication());
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        record(Action.SIGN_IN_FAILED, event.getAuthentication());
    }

    private void record(Action action, Authentication who) {
        @Nullable
        String address =
                who.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
        log.record(new Access(action, who.getName(), null, address));
    }
}
