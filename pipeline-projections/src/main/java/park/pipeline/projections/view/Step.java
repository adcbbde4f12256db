package park.pipeline.projections.view;

import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;

/**
 * One event with what it changed.
 *
 * @param before the project's timeline without the event; empty for a registration
 * @param after the same with it
 */
public record Step(LoggedEvent event, Timeline before, Timeline after) {}
