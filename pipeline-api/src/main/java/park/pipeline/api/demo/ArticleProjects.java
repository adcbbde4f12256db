package park.pipeline.api.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import park.pipeline.api.imports.row.RowReader;
import park.pipeline.api.imports.row.SoundRow;
import park.pipeline.api.imports.table.ImportFile;
import park.pipeline.api.imports.table.Row;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.ProjectCommand.ImportProject;

/** The projects that the newspaper names, imported as from the file {@code ganhe-2023.csv} in the summer of 2023. */
final class ArticleProjects {
    private static final Instant PUBLISHED = Instant.parse("2023-08-01T01:30:00Z");
    /** Its history is known from other sources: {@link ShenyingHistory}. */
    private static final String TOLD_ELSEWHERE = "GH-P001";

    private ArticleProjects() {}

    static List<DemoStep> steps(Catalogue catalogue) {
        RowReader reader = new RowReader(catalogue);
        List<DemoStep> steps = new ArrayList<>();
        Iterator<Row> rows = ImportFile.of(file()).rows();
        while (rows.hasNext()) {
            SoundRow row = Objects.requireNonNull(reader.read(rows.next()).sound());
            String reference = Objects.requireNonNull(row.ask().profile().reference());
            if (!reference.equals(TOLD_ELSEWHERE)) {
                Instant recordedAt = PUBLISHED.plusSeconds(steps.size());
                steps.add(new DemoStep(
                        recordedAt, "promoter", withId(row.ask(), new Telling(reference).id()), row.content()));
            }
        }
        return steps;
    }

    private static ImportProject withId(ImportProject row, UUID id) {
        return new ImportProject(
                id,
                row.occurredOn(),
                row.profile(),
                row.investmentCny(),
                row.team(),
                row.milestones(),
                row.withdrawReason(),
                row.remarks());
    }

    private static byte[] file() {
        try (InputStream in = Objects.requireNonNull(ArticleProjects.class.getResourceAsStream("/ganhe-2023.csv"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
