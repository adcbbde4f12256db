package park.pipeline.core.project;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Something that only one project may hold at a time. Claims are taken and released in the transaction that appends the
 * events, so that of two registrations at the same moment one is refused.
 *
 * @param kind what is claimed
 * @param key the thing itself: a reference as given, else a digest of what is compared
 */
public record Claim(Kind kind, String key) {
    /** What can be claimed, with the code of the refusal where another project holds it. */
    public enum Kind {
        REFERENCE("duplicate-reference"),
        NAME_OF_ENTERPRISE("duplicate-lead"),
        NAME_OF_CREDIT_CODE("duplicate-lead");

        private final String refusal;

        Kind(String refusal) {
            this.refusal = refusal;
        }

        /** The problem code of a claim that another project holds. */
        public String refusal() {
            return refusal;
        }
    }

    /** What the claims follow from; to compare it costs less than to work them out. */
    record Basis(Profile profile, boolean withdrawn) {}

    static Basis basis(Timeline timeline) {
        return new Basis(timeline.profile(), timeline.stage() == Stage.WITHDRAWN);
    }

    /** All that a project with this timeline holds: its reference always, its name while it is not withdrawn. */
    public static Set<Claim> of(Timeline timeline) {
        Set<Claim> claims = new LinkedHashSet<>();
        if (timeline.version() == 0) {
            return claims;
        }
        Profile profile = timeline.profile();
        if (profile.reference() != null) {
            claims.add(new Claim(Kind.REFERENCE, profile.reference()));
        }
        if (timeline.stage() != Stage.WITHDRAWN) {
            String name = Likeness.of(profile.name());
            Enterprise enterprise = profile.enterprise();
            claims.add(new Claim(Kind.NAME_OF_ENTERPRISE, Likeness.digest(Likeness.of(enterprise.name()), name)));
            if (enterprise.creditCode() != null) {
                claims.add(new Claim(Kind.NAME_OF_CREDIT_CODE, Likeness.digest(enterprise.creditCode(), name)));
            }
        }
        return claims;
    }
}
