package park.pipeline.core.project;

/** What a project does for the industrial chain: 延链, 补链, 强链. The names are stored in the log and never change. */
public enum ChainEffect {
    EXTEND,
    FILL,
    STRENGTHEN
}
