package park.pipeline.api.imports;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import park.pipeline.api.problem.Words;

/** All errors of an import, fetched in pages while they are written: a bad file may have a million of them. */
final class ErrorPages implements Iterable<ImportAnswer.Trouble> {
    private static final int PAGE = 1_000;

    private final ImportJobs jobs;
    private final Words words;
    private final ImportJob job;
    private final Locale locale;

    ErrorPages(ImportJobs jobs, Words words, ImportJob job, Locale locale) {
        this.jobs = jobs;
        this.words = words;
        this.job = job;
        this.locale = locale;
    }

    @Override
    public Iterator<ImportAnswer.Trouble> iterator() {
        return IntStream.iterate(0, from -> from + PAGE)
                .mapToObj(this::page)
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .iterator();
    }

    private List<ImportAnswer.Trouble> page(int from) {
        return jobs.errors(job.number(), from, PAGE).stream()
                .map(e -> new ImportAnswer.Trouble(
                        e.row(), e.column(), e.code(), words.field(e.code(), e.values(), locale)))
                .toList();
    }
}
