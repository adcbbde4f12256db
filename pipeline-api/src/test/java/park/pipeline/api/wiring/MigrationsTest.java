package park.pipeline.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A database of any earlier release is taken to this one: released steps stay as they are, and new ones come behind them. */
class MigrationsTest {
    private record Step(String file, String digest) {
        int version() {
            return Integer.parseInt(file.substring(1, file.indexOf("__")));
        }
    }

    @Test
    void every_step_is_on_the_list_as_it_was_released() throws Exception {
        Map<String, String> present = new TreeMap<>();
        for (Resource script :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getContentAsByteArray());
            present.put(script.getFilename(), HexFormat.of().formatHex(digest));
        }
        Map<String, String> listed = new TreeMap<>();
        released().forEach(step -> listed.put(step.file(), step.digest()));

        assertThat(present).isEqualTo(listed);
    }

    @Test
    void each_step_is_numbered_above_all_that_were_released_before_it() throws IOException {
        assertThat(released().stream().map(Step::version)).isSorted().doesNotHaveDuplicates();
    }

    private static List<Step> released() throws IOException {
        try (InputStream in = MigrationsTest.class.getResourceAsStream("/migrations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(words -> new Step(words[0], words[1]))
                    .toList();
        }
    }
}
