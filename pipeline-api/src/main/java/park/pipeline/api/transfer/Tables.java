package park.pipeline.api.transfer;

import java.util.List;

/**
 * The tables that a store cannot be made again without. Views are not among them: they follow from the log, and are built anew
 * where it arrives.
 */
final class Tables {
    /** In the order in which they are written: what refers to another one comes behind it. */
    static final List<String> KEPT = List.of(
            "event_log",
            "log_head",
            "claim",
            "receipt",
            "person_key",
            "seal_tree",
            "seal_node",
            "seal_checkpoint",
            "access_log",
            "access_head",
            "app_user",
            "import_job",
            "import_error",
            "background_job",
            "target",
            "stage_limit");

    /** Those without a row in a store that nobody has used yet. */
    static final List<String> EMPTY_AT_FIRST = List.of("event_log", "claim", "access_log", "app_user");

    private Tables() {}
}
