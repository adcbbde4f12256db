package park.pipeline.api.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.seal.Hash;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.Verification;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code export <file.zip>} and {@code import <file.zip>}: all that a store holds, from one database into another one, with
 * positions, times and seals as they are. The settings behind the file are the service's. The exit code is 0 where it was done
 * and proven, and 1 where not.
 */
public final class TransferCommand {
    private static final String EXPORT = "export";
    private static final String IMPORT = "import";

    private final PrintStream out;
    private final ResourceBundle words;
    private final JsonMapper json = new JsonMapper();

    /** @param locale Chinese, or else English is spoken */
    public TransferCommand(PrintStream out, Locale locale) {
        this.out = out;
        this.words = ResourceBundle.getBundle(
                "transfer",
                locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Whether the first argument calls for it. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && List.of(EXPORT, IMPORT).contains(arguments[0]);
    }

    /** @return the exit code */
    public int run(String... arguments) {
        try {
            if (arguments.length < 2 || arguments[1].startsWith("--")) {
                throw new TransferRefused("usage");
            }
            Path file = Path.of(arguments[1]);
            String[] settings = Arrays.copyOfRange(arguments, 2, arguments.length);
            if (arguments[0].equals(IMPORT) && !Files.isRegularFile(file)) {
                throw new TransferRefused("no-file", file);
            }
            try (ConfigurableApplicationContext context = database(settings)) {
                if (arguments[0].equals(EXPORT)) {
                    write(file, context);
                } else {
                    read(file, context);
                }
            }
            return 0;
        } catch (TransferRefused refused) {
            say(refused.code(), refused.values());
        } catch (SQLException | IOException e) {
            say("failed", e.getMessage());
        }
        return 1;
    }

    private static ConfigurableApplicationContext database(String... settings) {
        return new SpringApplicationBuilder(TransferConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(settings);
    }

    private void write(Path file, ConfigurableApplicationContext context) throws SQLException, IOException {
        PipelineSettings settings = context.getBean(PipelineSettings.class);
        if (Files.exists(file)) {
            throw new TransferRefused("exists", file);
        }
        Path part = Path.of(file + ".part");
        Manifest manifest;
        try (OutputStream zip = Files.newOutputStream(part)) {
            manifest = new Export(context.getBean(DataSource.class), json, this::tell)
                    .to(zip, settings.origin(), verifierKey(settings));
        } catch (SQLException | IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file);
        RowDigest.TableSum log = manifest.log();
        say("exported", file, log.rows(), log.digest());
    }

    private static @Nullable String verifierKey(PipelineSettings settings) throws IOException {
        return SealKey.exists(settings.dataDir())
                ? SealKey.in(settings.dataDir(), settings.origin()).verifier().toString()
                : null;
    }

    private void read(Path file, ConfigurableApplicationContext context) throws SQLException, IOException {
        DataSource dataSource = context.getBean(DataSource.class);
        Manifest manifest = new Import(dataSource, json, this::tell).from(file);
        RowDigest.TableSum log = manifest.log();
        say("imported", log.rows(), log.digest());
        if (manifest.verifierKey() != null) {
            Verification.Result seal = SealProof.of(dataSource, manifest.origin(), manifest.verifierKey());
            Hash root = seal.root();
            say("proven", seal.leaves(), seal.checkpoints(), root == null ? "—" : root.base64());
        }
        say("key", context.getBean(PipelineSettings.class).dataDir());
    }

    private void tell(String table, long rows) {
        say("rows", table, rows);
    }

    private void say(String code, @Nullable Object... values) {
        // Numbers as they are: they are compared, not read.
        Object[] texts = Stream.of(values).map(String::valueOf).toArray();
        out.println(new MessageFormat(words.getString(code), Locale.ROOT).format(texts));
    }
}
