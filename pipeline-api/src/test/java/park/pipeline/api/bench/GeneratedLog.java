package park.pipeline.api.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import park.pipeline.core.log.Append;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.ContactChannel;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Stage;

/**
 * A log of many projects over three years, the same for the same seed: twelve events a project in the mean, some of them skewed
 * as Zipf has it (most projects have few, some have thousands), about 400 bytes each, interleaved as they happened.
 */
final class GeneratedLog {
    private static final int PER_PROJECT = 12;
    private static final double SKEW = 0.6;
    private static final Stage[] STAGES = {
        Stage.LEAD,
        Stage.NEGOTIATION,
        Stage.INTENT,
        Stage.CONTRACT,
        Stage.PERMITTING,
        Stage.CONSTRUCTION,
        Stage.PRODUCTION
    };
    private static final String[] INDUSTRIES = {"CARBON_FIBER", "LITHIUM", "PHOTOVOLTAIC", "NONFERROUS", "RECYCLING"};
    private static final String[] ORIGINS = {"32", "33", "44", "51", "63"};
    private static final Remarks REMARKS = new Remarks(
            "企业负责人一行到园区实地考察，就用地、用电、用气、排放指标和入园政策作了沟通，双方约定下次会面的时间与地点，会后由招商专员整理会议纪要并报管委会备案。", Precision.DAY, false);
    private static final int BITS_OF_PROJECT = 21;
    private static final int BITS_OF_EVENT = 14;

    final int projects;
    final int events;
    /** Between the first instant and the last one. */
    final Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1_095, ChronoUnit.DAYS);

    final Instant to = from.plus(1_094, ChronoUnit.DAYS);
    final Map<Stage, Long> inStage = new EnumMap<>(Stage.class);
    private final long seed;
    private final EventCodec codec = new EventCodec();

    GeneratedLog(long seed, int projects) {
        this.seed = seed;
        this.projects = projects;
        this.events = projects * PER_PROJECT;
    }

    UUID project(int index) {
        Random random = new Random(seed * 31 + index);
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63);
    }

    /** How many events a project has that change no stage; its stages are drawn. */
    private int[] lengths(Random random) {
        int[] lengths = new int[projects];
        long left = events;
        for (int i = 0; i < projects; i++) {
            lengths[i] = 1 + random.nextInt(STAGES.length);
            inStage.merge(STAGES[lengths[i] - 1], 1L, Long::sum);
            left -= lengths[i];
        }
        double weights = 0;
        for (int rank = 1; rank <= projects; rank++) {
            weights += Math.pow(rank, -SKEW);
        }
        double carried = 0;
        int[] all = lengths.clone();
        for (int rank = 1; rank <= projects; rank++) {
            carried += left * Math.pow(rank, -SKEW) / weights;
            int more = rank == projects ? (int) Math.round(carried) : (int) carried;
            carried -= more;
            // ranks are spread over the projects
            all[(int) (rank * 7_919L % projects)] += more;
        }
        stages = lengths;
        return all;
    }

    private int[] stages = {};

    /** Writes it into the empty log of a PostgreSQL, whose head it moves; the claims are left out, and the seal is due. */
    void copyInto(Connection connection) throws SQLException {
        Random random = new Random(seed);
        int[] lengths = lengths(random);
        int[] firsts = new int[projects];
        long[] order = new long[Arrays.stream(lengths).sum()];
        int next = 0;
        for (int project = 0; project < projects; project++) {
            firsts[project] = random.nextInt(1 << 26);
            int step = Math.max(1, ((1 << 27) - firsts[project]) / (lengths[project] + 1));
            for (int k = 0; k < lengths[project]; k++) {
                order[next++] = ((long) (firsts[project] + k * step) << (BITS_OF_PROJECT + BITS_OF_EVENT))
                        | ((long) project << BITS_OF_EVENT)
                        | k;
            }
        }
        Arrays.sort(order);
        long first = Micros.of(from);
        long pause = (Micros.of(to) - first) / order.length;
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy event_log from stdin");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < order.length; i++) {
            int project = (int) (order[i] >> BITS_OF_EVENT) & (1 << BITS_OF_PROJECT) - 1;
            int k = (int) order[i] & (1 << BITS_OF_EVENT) - 1;
            line(lines, i + 1L, project, k, first + pause * i, random);
            if (lines.length() > 1_000_000 || i == order.length - 1) {
                byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                lines.setLength(0);
            }
        }
        copy.endCopy();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update log_head set head_position = " + order.length + ", recorded_at = "
                    + (first + pause * (order.length - 1L)));
            statement.execute("analyze event_log");
        }
    }

    private void line(StringBuilder lines, long position, int project, int k, long recordedAt, Random random) {
        LocalDate day = Micros.instant(recordedAt).atOffset(ZoneOffset.UTC).toLocalDate();
        Append.Line line =
                codec.line(new UUID(position * 0x9E3779B97F4A7C15L, ~position), k + 1L, event(project, k, day, random));
        lines.append(position).append('\t');
        lines.append(line.eventId()).append('\t').append(project(project)).append('\t');
        lines.append(line.sequence()).append('\t').append(line.type()).append('\t');
        lines.append(line.revision()).append('\t').append(recordedAt).append('\t');
        lines.append(line.occurredOn())
                .append('\t')
                .append("bench")
                .append('\t')
                .append("\\\\x");
        HexFormat.of().formatHex(lines, line.data());
        lines.append('\n');
    }

    /** First the stages that the project reaches, then what is talked over and revised. */
    private ProjectEvent event(int project, int k, LocalDate day, Random random) {
        if (k >= stages[project]) {
            return random.nextInt(20) == 0
                    ? new ProjectEvent.InvestmentRevised(day, amount(random), "调整", REMARKS)
                    : new ProjectEvent.ContactLogged(day, ContactChannel.CALL, "电话回访", null, REMARKS);
        }
        return switch (STAGES[k]) {
            case NEGOTIATION -> new ProjectEvent.NegotiationOpened(day, REMARKS);
            case INTENT -> new ProjectEvent.IntentSigned(day, amount(random), "意字1号", REMARKS);
            case CONTRACT -> new ProjectEvent.ContractSigned(day, amount(random), null, "合字1号", REMARKS);
            case PERMITTING -> new ProjectEvent.PermittingBegun(day, List.of(Permit.FILING, Permit.EIA), REMARKS);
            case CONSTRUCTION -> new ProjectEvent.ConstructionStarted(day, REMARKS);
            case PRODUCTION -> new ProjectEvent.ProductionCommenced(day, null, REMARKS);
            default -> registration(project, day, random);
        };
    }

    private static ProjectEvent registration(int project, LocalDate day, Random random) {
        return new ProjectEvent.LeadRegistered(
                day,
                "项目" + project,
                new Enterprise("企业" + project / 3, null),
                INDUSTRIES[random.nextInt(INDUSTRIES.length)],
                ProjectKind.NEW_BUILD,
                random.nextInt(10) == 0 ? null : amount(random),
                ORIGINS[random.nextInt(ORIGINS.length)],
                "招商" + random.nextInt(8) + "组",
                null,
                null,
                null,
                null,
                null,
                "G-" + project,
                REMARKS);
    }

    private static long amount(Random random) {
        return (1 + random.nextInt(5_000)) * 1_000_000L;
    }
}
