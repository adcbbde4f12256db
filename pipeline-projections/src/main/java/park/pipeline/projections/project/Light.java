package park.pipeline.projections.project;

/** 亮灯: a project that has spent longer in its stage than the park allows. */
public enum Light {
    YELLOW,
    RED
}
