package park.pipeline.api.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;

/** A CSV of projects under way, the same for the same seed: about four milestones a row, some withdrawn. */
final class GeneratedPipeline {
    private static final String[] INDUSTRIES = {"CARBON_FIBER", "LITHIUM", "PHOTOVOLTAIC", "NONFERROUS", "RECYCLING"};
    private static final int STAGES = 7;

    private final Random random;

    GeneratedPipeline(long seed) {
        random = new Random(seed);
    }

    byte[] csv(int rows) {
        StringBuilder csv = new StringBuilder("reference,name,enterprise,industry,origin,team,investmentCny,lead,"
                + "negotiation,intent,contract,permitting,construction,production,withdrawn,withdrawReason,note\n");
        for (int i = 1; i <= rows; i++) {
            row(csv, i);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row(StringBuilder csv, int i) {
        csv.append("B-")
                .append(i)
                .append(",项目")
                .append(i)
                .append(",企业")
                .append(random.nextInt(100_000))
                .append(',');
        csv.append(INDUSTRIES[random.nextInt(INDUSTRIES.length)])
                .append(",32,招商")
                .append(random.nextInt(8))
                .append("组,");
        csv.append(random.nextInt(10) == 0 ? "" : (1 + random.nextInt(5_000)) * 1_000_000L);
        LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3_000));
        int reached = random.nextInt(STAGES);
        for (int stage = 0; stage < STAGES; stage++) {
            boolean entered = stage == 0 || stage <= reached && random.nextInt(5) > 0;
            csv.append(',').append(entered ? day : "");
            day = day.plusDays(random.nextInt(100));
        }
        boolean withdrawn = reached < STAGES - 1 && random.nextInt(4) == 0;
        csv.append(',').append(withdrawn ? day : "").append(',').append(withdrawn ? "MARKET" : "");
        csv.append(",生成的数据\n");
    }
}
