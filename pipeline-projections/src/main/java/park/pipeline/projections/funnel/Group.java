package park.pipeline.projections.funnel;

import park.pipeline.core.project.Profile;
import park.pipeline.core.project.Stage;

/**
 * What the funnel counts by. Unknown origins and teams are empty texts here, so that a group is one key in every
 * database.
 */
record Group(Stage stage, String industry, String origin, String kind, String team) {
    static Group of(Segment segment, Profile profile) {
        return new Group(
                segment.stage(),
                profile.industry(),
                profile.origin() == null ? "" : profile.origin(),
                profile.kind().name(),
                segment.team() == null ? "" : segment.team());
    }
}
