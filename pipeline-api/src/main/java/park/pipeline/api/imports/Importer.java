package park.pipeline.api.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.stereotype.Component;
import park.pipeline.api.imports.row.RowReader;
import park.pipeline.api.imports.table.ImportFile;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.log.LogClaims;

/** Puts together what one import needs: where its rows go, and what day it is. */
@Component
class Importer {
    private final ImportJobs jobs;
    private final CommandBus commands;
    private final LogClaims claims;
    private final RowReader reader;
    private final Clock clock;
    private final PipelineSettings settings;

    Importer(
            ImportJobs jobs,
            CommandBus commands,
            LogClaims claims,
            Catalogue catalogue,
            Clock clock,
            PipelineSettings settings) {
        this.jobs = jobs;
        this.commands = commands;
        this.claims = claims;
        this.reader = new RowReader(catalogue);
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Takes a whole file; the day on which it begins is today for all its rows.
     *
     * @throws ImportStopped if the service stops
     * @throws RuntimeException if it cannot go on
     */
    void run(ImportJob job, ImportFile file, BooleanSupplier stopped) {
        LocalDate today = LocalDate.now(clock.withZone(settings.zone()));
        RowSink sink = job.dryRun() ? new DryRunSink(claims) : new LogSink(commands, claims, job.actor(), today);
        new ImportRun(reader, sink, today, jobs.progress(job)).run(file.rows(), stopped);
    }
}
