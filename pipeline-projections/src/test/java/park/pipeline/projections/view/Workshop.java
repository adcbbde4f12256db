package park.pipeline.projections.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.core.log.Append;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LogWriter;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.log.MovableClock;
import park.pipeline.core.log.TestDatabase;
import park.pipeline.core.project.ClaimChange;
import park.pipeline.core.project.RandomHistories;
import park.pipeline.core.project.Recorded;

/** A log of random histories in a database of its own, and a view to be fed from it. */
public final class Workshop implements AutoCloseable {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int ALL = 100_000;

    public final JdbcTemplate jdbc;
    public final LogReader reader;
    public final ViewPositions positions;
    public final ViewReads reads;
    public final View view;
    public final JdbcTransactionManager transactions;
    private final TestDatabase database;
    private final LogWriter writer;
    private final MovableClock clock = new MovableClock(START);
    private final EventCodec codec = new EventCodec();
    private final TransactionTemplate transaction;
    private final Map<UUID, List<Recorded>> facts = new LinkedHashMap<>();
    private ViewProjector projector;

    public Workshop(Database kind, Function<JdbcTemplate, View> view) {
        database = kind.open();
        jdbc = new JdbcTemplate(database.dataSource());
        reader = new LogReader(database.dataSource(), codec);
        writer = new LogWriter(database.dataSource(), clock, LogDialect.of(database.dataSource()));
        transactions = new JdbcTransactionManager(database.dataSource());
        transaction = new TransactionTemplate(transactions);
        this.view = view.apply(jdbc);
        positions = new ViewPositions(jdbc, reader, List.of(this.view.name()));
        reads = new ViewReads(jdbc, transactions, positions, LogDialect.of(database.dataSource()));
        projector = projector();
    }

    /** Writes several histories into the log, their commands shuffled into one another. */
    public Workshop record(long seed, int projects) {
        facts.clear();
        Random random = new Random(seed);
        List<RandomHistories.History> histories = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        for (int i = 0; i < projects; i++) {
            histories.add(RandomHistories.ofSeed(seed * 1_000 + i, 3 + random.nextInt(90)));
            next.add(0);
        }
        while (!histories.isEmpty()) {
            int i = random.nextInt(histories.size());
            List<RandomHistories.Step> steps = histories.get(i).steps();
            if (next.get(i) == steps.size()) {
                histories.remove(i);
                next.remove(i);
                continue;
            }
            clock.move(Duration.ofMinutes(random.nextInt(3)));
            append(histories.get(i).projectId(), steps.get(next.get(i)).facts());
            next.set(i, next.get(i) + 1);
        }
        return this;
    }

    /** Lets time pass in which nobody records anything. */
    public Workshop rest(Duration time) {
        clock.move(time);
        return this;
    }

    public void append(UUID project, List<Recorded> facts) {
        List<Append.Line> lines = facts.stream().map(this::line).toList();
        writer.submit(new Append(project, "tester", lines, ClaimChange.NONE, null, null, null))
                .await();
    }

    public List<Commit> commits() {
        return reader.commitsAfter(0, ALL);
    }

    /** Feeds commits in batches of one transaction each. */
    public Workshop feed(List<Commit> commits, int batch) {
        for (int i = 0; i < commits.size(); i += batch) {
            List<Commit> next = commits.subList(i, Math.min(commits.size(), i + batch));
            transaction.executeWithoutResult(status -> projector.take(next));
        }
        return this;
    }

    public Workshop feedAll() {
        return feed(commits(), 50);
    }

    /** Feeds a batch whose transaction never commits, as when the process dies. */
    public void feedAndDie(List<Commit> commits) {
        transaction.executeWithoutResult(status -> {
            projector.take(commits);
            status.setRollbackOnly();
        });
    }

    /** A process that starts anew knows nothing but what is stored. */
    public void restart() {
        projector = projector();
    }

    /** All tables of the view, without their generation. */
    public String[] tables() {
        return Feed.tables(view).stream().map(ViewTable::name).toArray(String[]::new);
    }

    /** Empties the view's tables. */
    public void forget(String... tables) {
        for (String table : tables) {
            for (Generation generation : Generation.values()) {
                jdbc.update("delete from " + generation.table(table));
            }
        }
        jdbc.update("delete from view_position");
        restart();
    }

    /** All rows of these tables of the live generation, in an order of their own. */
    public List<String> rows(String... tables) {
        return rows(positions.live(view.name()), tables);
    }

    public List<String> rows(Generation generation, String... tables) {
        List<String> rows = new ArrayList<>();
        for (String table : tables) {
            jdbc.query("select * from " + generation.table(table), row -> {
                TreeMap<String, String> values = new TreeMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.put(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT), row.getString(i));
                }
                rows.add(table + values);
            });
        }
        return rows.stream().sorted().toList();
    }

    /** The facts of one project that were known at an instant, as the log tells them. */
    public List<Recorded> known(UUID project, Instant knownAt) {
        return facts().getOrDefault(project, List.of()).stream()
                .filter(r -> !r.recordedAt().isAfter(knownAt))
                .toList();
    }

    /** All projects of the log, in the order of their registration. */
    public List<UUID> projects() {
        return List.copyOf(facts().keySet());
    }

    /** Read once: the log of a test is written before it is looked at. */
    private Map<UUID, List<Recorded>> facts() {
        if (facts.isEmpty()) {
            for (Commit commit : commits()) {
                List<Recorded> ofProject = facts.computeIfAbsent(commit.projectId(), p -> new ArrayList<>());
                commit.events().stream().map(LoggedEvent::recorded).forEach(ofProject::add);
            }
        }
        return facts;
    }

    private ViewProjector projector() {
        return new ViewProjector(view, jdbc, reader, positions, (name, commits) -> () -> {});
    }

    private Append.Line line(Recorded fact) {
        return codec.line(fact.eventId(), fact.sequence(), fact.event());
    }

    @Override
    public void close() {
        database.close();
    }
}
