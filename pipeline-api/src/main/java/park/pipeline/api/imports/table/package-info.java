/** A file of an import as rows of cells: its encoding, its quotes, its heading. What the cells mean is asked elsewhere. */
@NullMarked
package park.pipeline.api.imports.table;

import org.jspecify.annotations.NullMarked;
