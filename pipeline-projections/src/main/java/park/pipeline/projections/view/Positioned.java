package park.pipeline.projections.view;

/**
 * An answer with the global position that it includes.
 *
 * @param position that of the last event that the view had taken in when the answer was read
 */
public record Positioned<T>(T answer, long position) {}
