package park.pipeline.projections.project;

import java.util.List;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter;

/**
 * What is asked of the list. Each list means any of its values; an empty one means all.
 *
 * @param words matched against name, enterprise and reference
 * @param lights exactly these lights
 */
public record ProjectSearch(ProjectFilter filter, List<Stage> stages, List<String> words, List<Light> lights) {
    public ProjectSearch {
        stages = List.copyOf(stages);
        words = List.copyOf(words);
        lights = List.copyOf(lights);
    }
}
