package park.pipeline.api.imports;

import java.util.List;
import park.pipeline.api.imports.row.RowError;

/** Takes down how far an import has come. */
interface ImportProgress {
    /**
     * Called when all rows so far are settled.
     *
     * @param counts of the whole import until now
     * @param errors those since the last call, in the order of the rows
     */
    void save(ImportCounts counts, List<RowError> errors);
}
