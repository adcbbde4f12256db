package park.pipeline.projections.project;

import java.util.List;

/**
 * Some projects in the order of their registration.
 *
 * @param lastPosition that of the last one's registration: the next page begins behind it
 * @param more whether there is one
 */
public record ProjectPage(List<ProjectItem> items, long lastPosition, boolean more) {}
