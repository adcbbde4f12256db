package park.pipeline.core.project;

/** 建设性质: what kind of building a project is. The names are stored in the log and never change. */
public enum ProjectKind {
    NEW_BUILD,
    EXPANSION,
    TECHNICAL_UPGRADE
}
